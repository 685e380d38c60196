// Everything the owner can do from anywhere, each thing once: read by the keys, the search box, the help, the sidebar and the top bar.
import type { MessageRef } from '../../shared/errors.ts'
import type { MessageKey } from '../../shared/message-key.ts'
import { say, t } from '../../shared/messages/translate.ts'
import { type Dialog, type Screen, useApp } from '../app/app.store.ts'
import { leaveSample, openSample, useStart } from '../app/start.store.ts'

/** What would be taken back, and what brought back. */
export interface History {
  undo: MessageRef | null
  redo: MessageRef | null
}

export interface Command {
  id: string
  words: MessageKey
  /** Written as in aria-keyshortcuts; Control is ⌘ on macOS. The first is the one shown. */
  keys?: string[]
  /** What the help says beside the key, where `words` alone say too little. */
  keyWords?: MessageKey
  /** What is typed right after its key belongs to the box it opens, even before that is drawn. */
  opensBox?: true
  /** Whether the search box offers it now; always, when left out. */
  isOffered?(history: History): boolean
  /** More about it in the search box. */
  describe?(history: History): string
  run(): void | Promise<void>
}

interface ScreenCommand extends Command {
  screen: Screen
}

function showScreen(screen: Screen, words: MessageKey, key?: string): ScreenCommand {
  const tab = 'tab' in screen ? `-${screen.tab}` : ''
  const run = () => useApp.getState().goTo(screen)
  return { id: `screen-${screen.name}${tab}`, words, screen, run, ...(key && { keys: [key] }) }
}

/** In the hairline groups of the sidebar. */
export const sidebarGroups: ScreenCommand[][] = [
  [
    showScreen({ name: 'today' }, 'app.today', 'Control+1'),
    showScreen({ name: 'focus-list' }, 'app.focusList', 'Control+2'),
    showScreen({ name: 'call-sheet' }, 'app.callSheet', 'Control+3'),
  ],
  [
    showScreen({ name: 'people' }, 'app.people', 'Control+4'),
    showScreen({ name: 'referrals' }, 'referrals.title', 'Control+5'),
  ],
  [
    showScreen({ name: 'backup' }, 'app.backup', 'Control+6'),
    showScreen({ name: 'settings' }, 'app.settings', 'Control+7'),
  ],
]

export const screenCommands: ScreenCommand[] = [
  ...sidebarGroups.flat(),
  showScreen({ name: 'call-sheet', tab: 'type-back' }, 'callSheets.typing.title'),
  showScreen({ name: 'call-sheet', tab: 'friday' }, 'callSheets.review.tab'),
  showScreen({ name: 'people', tab: 'places' }, 'places.title'),
  showScreen({ name: 'import' }, 'app.importPeople'),
  showScreen({ name: 'duplicates' }, 'duplicates.list'),
  showScreen({ name: 'paper-list' }, 'firstHour.waysIn.paper'),
  showScreen({ name: 'pick' }, 'firstHour.pick.title'),
  showScreen({ name: 'texts' }, 'texts.title'),
]

/** On a person's page what is done is theirs, unless the owner says otherwise. */
function personShown(): number | null {
  const { screen } = useApp.getState()
  return screen.name === 'person' ? screen.id : null
}

function isSampleOpen(): boolean {
  const state = useStart.getState()
  return state.status === 'ready' && state.start.sample
}

const openDialog = (dialog: Dialog) => useApp.getState().openDialog(dialog)

export const logTouch: Command = {
  id: 'log-touch',
  words: 'app.logTouch',
  keys: ['Control+L'],
  opensBox: true,
  run: () => openDialog({ name: 'log-touch', personId: personShown() }),
}

export const addPerson: Command = {
  id: 'add-person',
  words: 'app.addPerson',
  keys: ['Control+N'],
  opensBox: true,
  run: () => openDialog({ name: 'add-person' }),
}

export const find: Command = {
  id: 'find',
  words: 'app.find',
  keys: ['Control+K'],
  keyWords: 'app.keyFind',
  opensBox: true,
  // It is the search box itself.
  isOffered: () => false,
  run: () => useApp.getState().setFinding(true),
}

export const doCommands: Command[] = [
  logTouch,
  addPerson,
  find,
  { id: 'mailing', words: 'texts.many.open', run: () => openDialog({ name: 'mailing', personIds: [] }) },
  {
    id: 'help',
    words: 'app.help',
    keys: ['F1'],
    keyWords: 'app.keyHelp',
    run: () => openDialog({ name: 'help' }),
  },
  {
    id: 'write',
    words: 'texts.write.open',
    isOffered: () => personShown() !== null,
    run() {
      const personId = personShown()
      if (personId !== null) openDialog({ name: 'write', personId })
    },
  },
  { id: 'open-sample', words: 'app.openSample', isOffered: () => !isSampleOpen(), run: () => openSample() },
  { id: 'leave-sample', words: 'app.leaveSample', isOffered: isSampleOpen, run: leaveSample },
  { id: 'sample-afresh', words: 'app.sampleAfresh', isOffered: isSampleOpen, run: () => openSample(true) },
  {
    id: 'undo',
    words: 'app.undo',
    keys: ['Control+Z'],
    keyWords: 'app.keyUndo',
    isOffered: ({ undo }) => undo !== null,
    describe: ({ undo }) => (undo ? say(undo) : ''),
    run: () => useApp.getState().undo(null),
  },
  {
    id: 'redo',
    words: 'app.redo',
    keys: ['Control+Shift+Z', 'Control+Y'],
    keyWords: 'app.keyRedo',
    isOffered: ({ redo }) => redo !== null,
    describe: ({ redo }) => (redo ? say(redo) : ''),
    run: () => useApp.getState().redo(),
  },
]

export const commands: Command[] = [...screenCommands, ...doCommands]

/** The key that is shown, as the owner reads it: Ctrl ⇧ Z; '' for a command without one. */
export function sayKeys({ keys }: Command): string {
  const key = keys?.[0]?.replace('Shift+', '⇧ ') ?? ''
  const [held, pressed] = key.split('Control+')
  return pressed === undefined ? (held ?? '') : t('app.control', { key: pressed })
}

/** Every key that works everywhere, with what it does: the page of the help. */
export function listKeys(): { keys: string; words: MessageKey }[] {
  const sidebar = sidebarGroups.flat()
  return [
    ...doCommands
      .filter((command) => command.keys)
      .map((command) => ({ keys: sayKeys(command), words: command.keyWords ?? command.words })),
    { keys: t('app.control', { key: `1 … ${sidebar.length}` }), words: 'app.keyNumbers' },
    { keys: t('app.control', { key: '+ − 0' }), words: 'app.keyZoom' },
    { keys: t('app.escape'), words: 'app.keyClose' },
  ]
}
