// What the search box offers besides people: the screens, and the commands that work everywhere.

import type { MessageRef } from '../../shared/errors.ts'
import type { MessageKey } from '../../shared/messages/en/message-key.ts'
import { say, t } from '../../shared/messages/translate.ts'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import { useApp } from '../app/app.store.ts'
import { leaveSample, openSample, useStart } from '../app/start.store.ts'
import { sidebarScreens } from './screens.ts'
import { personOn } from './TopBar.tsx'

export interface FinderEntry {
  id: string
  label: string
  detail: string
  keys: string
  run(): void
}

const control = (key: string) => t('app.control', { key })

export function listScreens(): FinderEntry[] {
  const screens = sidebarScreens.map(({ name, label }, index) => ({
    id: `screen-${name}`,
    label: t(label),
    detail: '',
    keys: control(String(index + 1)),
    run: () => useApp.getState().goTo({ name }),
  }))
  const others = [
    ['import', t('app.importPeople')],
    ['duplicates', t('duplicates.list')],
    ['paper-list', t('firstHour.doors.paper')],
    ['pick', t('firstHour.pick.title')],
    ['texts', t('texts.title')],
  ] as const
  return [
    ...screens,
    {
      id: 'screen-type-back',
      label: t('callSheets.typing.title'),
      detail: '',
      keys: '',
      run: () => useApp.getState().goTo({ name: 'call-sheet', tab: 'type-back' }),
    },
    {
      id: 'screen-friday',
      label: t('callSheets.review.tab'),
      detail: '',
      keys: '',
      run: () => useApp.getState().goTo({ name: 'call-sheet', tab: 'friday' }),
    },
    {
      id: 'screen-places',
      label: t('places.title'),
      detail: '',
      keys: '',
      run: () => useApp.getState().goTo({ name: 'people', tab: 'places' }),
    },
    ...others.map(([name, label]) => ({
      id: `screen-${name}`,
      label,
      detail: '',
      keys: '',
      run: () => useApp.getState().goTo({ name }),
    })),
  ]
}

export function listCommands(undo: MessageRef | null, redo: MessageRef | null): FinderEntry[] {
  const app = useApp.getState()
  const entries: FinderEntry[] = [
    {
      id: 'log-touch',
      label: t('app.logTouch'),
      detail: '',
      keys: control('L'),
      run: () => app.openDialog({ name: 'log-touch', personId: personOn(app.screen) }),
    },
    {
      id: 'add-person',
      label: t('app.addPerson'),
      detail: '',
      keys: control('N'),
      run: () => app.openDialog({ name: 'add-person' }),
    },
    {
      id: 'mailing',
      label: t('texts.many.open'),
      detail: '',
      keys: '',
      run: () => app.openDialog({ name: 'mailing', personIds: [] }),
    },
    {
      id: 'help',
      label: t('app.help'),
      detail: '',
      keys: 'F1',
      run: () => app.openDialog({ name: 'help' }),
    },
  ]
  const personId = personOn(app.screen)
  if (personId !== null) {
    const run = () => app.openDialog({ name: 'write', personId })
    entries.push({ id: 'write', label: t('texts.write.open'), detail: '', keys: '', run })
  }
  entries.push(...listSampleCommands())
  if (undo) {
    const run = () => void app.undo(null)
    entries.push({ id: 'undo', label: t('app.undo'), detail: say(undo), keys: control('Z'), run })
  }
  if (redo) {
    const run = () => void app.redo()
    entries.push({ id: 'redo', label: t('app.redo'), detail: say(redo), keys: control('⇧ Z'), run })
  }
  return entries
}

function listSampleCommands(): FinderEntry[] {
  const state = useStart.getState()
  const entry = (label: MessageKey, run: () => Promise<void>) => ({
    id: label,
    label: t(label),
    detail: '',
    keys: '',
    run: () => void run(),
  })
  if (state.status !== 'ready' || !state.start.sample) return [entry('app.openSample', () => openSample())]
  return [entry('app.leaveSample', leaveSample), entry('app.sampleAfresh', () => openSample(true))]
}

/** Those whose words begin with what was typed, accents and case aside; all of them before anything is. */
export function matchEntries(entries: FinderEntry[], typed: string): FinderEntry[] {
  const wanted = foldText(typed).trim()
  if (wanted === '') return entries
  return entries.filter((entry) => ` ${foldText(entry.label)}`.includes(` ${wanted}`))
}
