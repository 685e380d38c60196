// The English catalogue: every word on screen, paper and command line, one file an area.
import { app } from './app.ts'
import { backup } from './backup.ts'
import { callSheets } from './call-sheets.ts'
import { commandLine } from './command-line.ts'
import { duplicates } from './duplicates.ts'
import { erase } from './erase.ts'
import { errors } from './errors.ts'
import { firstHour } from './first-hour.ts'
import { focusList } from './focus-list.ts'
import { help } from './help.ts'
import { importExport } from './import-export.ts'
import { knowCard } from './know-card.ts'
import { people } from './people.ts'
import { places } from './places.ts'
import { referrals } from './referrals.ts'
import { settings } from './settings.ts'
import { texts } from './texts.ts'
import { today } from './today.ts'
import { touches } from './touches.ts'

export const en = {
  app,
  backup,
  callSheets,
  commandLine,
  duplicates,
  erase,
  errors,
  firstHour,
  focusList,
  help,
  importExport,
  knowCard,
  people,
  places,
  referrals,
  settings,
  texts,
  today,
  touches,
}
