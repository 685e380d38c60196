// Calls of the program itself: its start, undo and redo, choosing files, opening the owner's own programs.
import { command, everything, query, shell, task } from './define.ts'
import { ClosedPeriod, Settings } from './settings.ts'
import { FileToken, Message, Nothing, Text } from './shapes.ts'
import { z } from './zod.ts'

export const FileChoice = z.object({ token: FileToken, name: z.string() })
export type FileChoice = z.output<typeof FileChoice>

export const app = {
  'app.start': query(
    ['settings'],
    Nothing,
    z.object({
      today: z.string(),
      people: z.number(),
      dataFile: z.string(),
      demo: z.boolean(),
      version: z.string(),
      /** Why the file can be read and not written; null as a rule. */
      readOnly: z.enum(['full', 'forbidden']).nullable(),
      /** Changes that a damaged log took away, until the owner has seen it; `since`: the last that is there, UTC. */
      missing: z.object({ count: z.number(), since: z.string().nullable() }).nullable(),
      /** Rows that the disk has changed, as far as the last look over all of them knows. */
      inDoubt: z.number(),
      /** Closed periods: on these days no next step is proposed. */
      closed: z.array(ClosedPeriod.pick({ from: true, to: true })),
    }),
  ),
  /** What Ctrl+Z and Ctrl+Shift+Z would do now. */
  'app.history': query(everything, Nothing, z.object({ undo: Message.nullable(), redo: Message.nullable() })),
  /** With `commandId`, refuses unless that is the newest thing done. */
  'app.undo': command(
    z.object({ commandId: z.string().nullable().default(null) }),
    z.object({ message: Message }),
  ),
  'app.redo': command(Nothing, z.object({ message: Message })),
  /** Words typed but not saved yet, kept so that a crash loses nothing. */
  'app.draft': query([], z.object({ key: z.string().max(200) }), z.object({ value: z.string() }).nullable()),
  'app.saveDraft': task(z.object({ key: z.string().max(200), value: Text.nullable() }), Nothing),
  /**
   * `country`: where the sample shop's phones are read, else the shop's own. `owner`: fills the sample shop's own
   * file, which looks as the owner's does; Undo passes over it.
   */
  'app.fillDemo': command(
    z.object({
      country: Settings.shape.country.optional(),
      owner: Settings.pick({ country: true, currency: true, paper: true, theme: true }).optional(),
    }),
    z.object({ people: z.number() }),
  ),
  /** Closes the owner's file and opens the sample shop's own in its place; the page is loaded anew. */
  'app.openSample': shell(z.object({ afresh: z.boolean().default(false) }), Nothing),
  'app.leaveSample': shell(Nothing, Nothing),
  'app.isSampleOpen': shell(Nothing, z.object({ open: z.boolean() })),
  /** Opens the data file again after it could not be opened; the error says why when it still cannot. */
  'app.tryAgain': shell(Nothing, z.object({ file: z.string() })),
  /** Where a start has to ask: begins with an empty shop; what is left of the one before is set aside. */
  'app.beginEmpty': shell(Nothing, z.object({ file: z.string() })),
  /** Where a start has to ask: opens the file without the log that is not its own; both are set aside. */
  'app.openWithoutLog': shell(Nothing, z.object({ file: z.string() })),
  /** The owner knows that changes are missing: it is not said again. */
  'app.noteMissing': task(Nothing, Nothing),
  'app.chooseImportFiles': shell(Nothing, z.array(FileChoice)),
  'app.chooseFolder': shell(z.object({ purpose: z.enum(['backup', 'export']) }), FileChoice.nullable()),
  'app.chooseBackupFile': shell(Nothing, FileChoice.nullable()),
  'app.choosePdfFile': shell(z.object({ suggested: z.string().max(200) }), FileChoice.nullable()),
  'app.chooseCalendarFile': shell(z.object({ suggested: z.string().max(200) }), FileChoice.nullable()),
  'app.showFolder': shell(z.object({ token: FileToken }), Nothing),
  /**
   * The owner's own mail, text or telephone program: main builds the link of these parts and asks first. Not opened
   * when it is no address, the words are too long for a link, or the owner said no.
   */
  'app.openMail': shell(
    z.object({
      address: z.string().max(500),
      subject: z.string().max(2000).default(''),
      body: z.string().max(2000).default(''),
    }),
    z.object({ opened: z.boolean() }),
  ),
  'app.openText': shell(
    z.object({ number: z.string().max(100), body: z.string().max(2000).default('') }),
    z.object({ opened: z.boolean() }),
  ),
  'app.openPhone': shell(z.object({ number: z.string().max(100) }), z.object({ opened: z.boolean() })),
  'app.setTheme': shell(z.object({ theme: z.enum(['system', 'light', 'dark']) }), Nothing),
}
