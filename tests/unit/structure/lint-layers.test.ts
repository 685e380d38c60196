// Each line between the layers is seen to hold: a wrong import planted in every one of them is refused with its message.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/** From where, what it imports, and words of the message; null where the import is right. */
const plants: [string, string, string | null][] = [
  ['src/shared/rules/days', '../../../data/engine/clock.ts', 'shared imports nothing but shared'],
  ['src/data/people', '../../renderer/ui/styles.ts', 'data imports only shared'],
  ['src/data/engine', '../people/bin.ts', 'the engine is below every area'],
  ['src/data/people', '../../shared/messages/translate.ts', 'data answers keys and facts'],
  ['src/data/engine', '../../shared/messages/translate.ts', 'data answers keys and facts'],
  ['src/data/engine', '../migrations/0001-initial.ts', null],
  ['src/data/engine', '../../renderer/ui/styles.ts', 'the engine is below every area'],
  ['src/data/records', '../people/bin.ts', 'import none of them'],
  ['src/data/records', '../../shared/messages/translate.ts', 'data answers keys and facts'],
  ['src/data/records', 'electron', 'data knows no Electron'],
  ['src/data/records', '../engine/clock.ts', null],
  ['src/main', '../data/process.ts', 'main asks the storage process'],
  ['src/preload', '../main/door.ts', 'preload imports only shared types'],
  ['src/renderer/ui', '../api/client.ts', 'ui knows no area'],
  ['src/renderer/ui', '../features/people/Facts.tsx', 'ui knows no area'],
  ['src/renderer/ui', '../../shared/messages/translate.ts', null],
  ['src/renderer/api', '../ui/Chip.tsx', 'api imports only shared'],
  ['src/renderer/app', '../features/people/Facts.tsx', 'app says where the owner is'],
  ['src/renderer/app', '../api/client.ts', null],
  ['src/renderer/app', '../ui/Picker.tsx', null],
  ['src/renderer/print', '../features/people/Facts.tsx', 'paper imports only'],
  ['src/renderer/features/people', '../places/place-kinds.ts', 'a feature imports no other feature'],
  ['src/renderer/features/people', '../places/PlacesTab.module.css', 'a feature imports no other feature'],
  ['src/renderer/features/people', '../../screens/people/PersonAside.tsx', 'a feature imports only'],
  ['src/renderer/features/people', '../../shell/routes.tsx', 'a feature imports only'],
  ['src/renderer/features/people', '../../../main/door.ts', 'a feature imports only'],
  ['src/renderer/features/people', 'kysely', 'the page has no Node'],
  ['src/renderer/features/people', 'node:fs', 'the page has no Node'],
  ['src/renderer/features/people', './Facts.tsx', null],
  ['src/renderer/features/people', '../../app/app.store.ts', null],
  ['src/renderer/features/people', '../../../shared/errors.ts', null],
  ['src/renderer/screens/people', '../../shell/routes.tsx', 'a screen does not know the shell'],
  ['src/renderer/screens/people', '../../../data/process.ts', 'a screen does not know the shell'],
  ['src/renderer/screens/people', '../know-card/KnowCard.tsx', null],
  ['src/renderer/screens/people', '../../features/people/Facts.tsx', null],
  ['src/renderer/shell', '../../main/door.ts', 'renderer imports only shared'],
  ['src/renderer/shell', '../screens/people/PeopleScreen.tsx', null],
]

/** Lints a file for each plant in a folder of its own; answers the messages by the file's number. */
function lintPlants(): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-lint-'))
  try {
    const { linter, overrides } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ linter, overrides }))
    plants.forEach(([from, imported], index) => {
      const file = join(folder, from, `plant-${index}.ts`)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `import type { Anything } from '${imported}'\nexport type Planted = Anything\n`)
    })
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const args = [
      'lint',
      '--only=style/noRestrictedImports',
      '--reporter=json',
      '--max-diagnostics=none',
      '.',
    ]
    const run = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' })
    const messages: string[][] = plants.map(() => [])
    for (const { location, message } of JSON.parse(run.stdout).diagnostics) {
      const number = /plant-(\d+)/.exec(JSON.stringify(location))?.[1]
      if (number !== undefined) messages[Number(number)]?.push(JSON.stringify(message))
    }
    return messages
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('an import across a line between layers is refused, and the message names the right place', () => {
  const messages = lintPlants()
  plants.forEach(([from, imported, words], index) => {
    const said = messages[index]!.join('\n')
    if (words === null) expect(said, `${from} may import ${imported}`).toBe('')
    else expect(said, `${from} must not import ${imported}`).toContain(words)
  })
})
