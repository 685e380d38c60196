// Whether a list of wrong changes still fits the tree: each is to be planted in exactly one place, and its tests are there.
import fs from 'node:fs'
import path from 'node:path'

/** One line for each change that can no longer be planted as it was meant. */
export function findStale(root, mutations) {
  const seen = new Set()
  return mutations.flatMap(({ file, find, replace, tests }) => {
    const say = (what) => `${file}: ${what}: ${find.split('\n', 1)[0].trim()}`
    const place = path.join(root, file)
    if (!fs.existsSync(place)) return [say('there is no such file')]
    const count = fs.readFileSync(place, 'utf8').split(find).length - 1
    if (count !== 1) return [say(`stands ${count} times in it, not once`)]
    if (find === replace) return [say('changes nothing')]
    const key = JSON.stringify([file, find, replace])
    if (seen.has(key)) return [say('is listed twice')]
    seen.add(key)
    const missing = tests.filter((test) => !fs.existsSync(path.join(root, test)))
    if (tests.length === 0 || missing.length > 0) return [say(`no such test ${missing.join(', ')}`)]
    return []
  })
}
