// A folder for one test, removed after it: the set-up is tested on real files.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export function makeTemporaryFolder(test) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'regulars-bootstrap-'))
  fs.chmodSync(folder, 0o755) // another user runs scripts in some of them
  test.after(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files given as { 'path/in/folder': text }. */
export function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
}
