// Small wrong changes that the tests are to notice, by the floor they are planted on.
import { backup } from './backup.mjs'
import { engine } from './engine.mjs'
import { files } from './files.mjs'
import { lists } from './lists.mjs'
import { main } from './main.mjs'
import { page } from './page.mjs'
import { paper } from './paper.mjs'
import { people } from './people.mjs'
import { rules } from './rules.mjs'
import { touches } from './touches.mjs'
import { typeBack } from './type-back.mjs'

/**
 * A group holds the changes in one file, each as `[find, replace, more]`, and the tests that are to notice them: files,
 * or folders with all in them. `more` may name tests of its own, say `endToEnd`, or why it `changesNothing`.
 */
const groups = [
  ...engine,
  ...people,
  ...touches,
  ...typeBack,
  ...lists,
  ...paper,
  ...files,
  ...backup,
  ...rules,
  ...main,
  ...page,
]

export function listMutations() {
  return groups.flatMap(({ file, tests, changes }) =>
    changes.map(([find, replace, more = {}]) => ({ file, find, replace, tests, ...more })),
  )
}
