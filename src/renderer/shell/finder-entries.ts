// What the search box offers besides people and places: the commands, as the lines that it shows.

import { t } from '../../shared/messages/translate.ts'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import { type Command, type History, sayKeys } from './commands.ts'

export interface FinderEntry {
  id: string
  label: string
  detail: string
  keys: string
  run: Command['run']
}

/** Those offered now whose words begin with what was typed, accents and case aside; all of them before anything is. */
export function listEntries(commands: Command[], typed: string, history: History): FinderEntry[] {
  const wanted = foldText(typed).trim()
  return commands
    .filter((command) => command.isOffered?.(history) ?? true)
    .filter(({ words }) => wanted === '' || ` ${foldText(t(words))}`.includes(` ${wanted}`))
    .map((command) => ({
      id: command.id,
      label: t(command.words),
      detail: command.describe?.(history) ?? '',
      keys: sayKeys(command),
      run: command.run,
    }))
}
