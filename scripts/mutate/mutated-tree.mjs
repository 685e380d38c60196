// The copy of the tree in which wrong changes are planted: the checkout itself is never touched.
import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../setup/project.mjs'

const left = new Set(['node_modules', 'out', '.git', '.cache', 'test-results'])

/** Makes the copy equal to the checkout again, whatever an earlier run that was cut off left planted in it. */
export function copyTree(root) {
  const tree = path.join(cacheFolder(root), 'mutate', 'tree')
  for (const name of fs.existsSync(tree) ? fs.readdirSync(tree) : []) {
    if (!left.has(name)) fs.rmSync(path.join(tree, name), { recursive: true, force: true })
  }
  fs.mkdirSync(path.join(tree, '.cache'), { recursive: true })
  for (const name of fs.readdirSync(root)) {
    if (!left.has(name)) fs.cpSync(path.join(root, name), path.join(tree, name), { recursive: true })
  }
  link(path.join(root, 'node_modules'), path.join(tree, 'node_modules'))
  link(path.join(cacheFolder(root), 'electron'), path.join(tree, '.cache', 'electron'))
  return tree
}

function link(target, place) {
  fs.rmSync(place, { recursive: true, force: true })
  fs.symlinkSync(target, place, 'junction')
}

/** Runs `work` while one change is planted. */
export async function whilePlanted(tree, { file, find, replace }, work) {
  const place = path.join(tree, file)
  const text = fs.readFileSync(place, 'utf8')
  fs.writeFileSync(place, plant(text, { find, replace }))
  try {
    return await work()
  } finally {
    fs.writeFileSync(place, text)
  }
}

/** The text with the change in it; a `$` in the change is a sign like any other. */
export const plant = (text, { find, replace }) => text.replace(find, () => replace)
