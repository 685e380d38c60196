// The map of the app below the door: each call and the function that serves it.
import { describeHistory, redoLast, undoLast } from './history.ts'
import type { Handlers } from './run-call.ts'
import { changeSettings, getSettings } from './settings.ts'

export const handlers = {
  'app.history': (_db, _input, context) => describeHistory(context),
  'app.undo': (_db, input, context) => undoLast(context, input.commandId),
  'app.redo': (_db, _input, context) => redoLast(context),
  'settings.get': (db) => getSettings(db),
  'settings.change': async (db, input, context) => {
    await changeSettings(db, input, context)
    return {}
  },
} satisfies Partial<Handlers> as unknown as Handlers
