// The map of the app below the door: each call and the function that serves it.

import { addMany } from './add-many.ts'
import { describeStart, getDraft, saveDraft } from './app.ts'
import { getBackupStatus, runBackup } from './backup/backup.ts'
import { checkFile } from './backup/check.ts'
import { bringBack, listBin, moveToBin } from './bin.ts'
import { saveCalendar } from './calendar.ts'
import {
  changeCallSheetGoal,
  changeCallSheetRow,
  getCallSheet,
  getCallSheetPage,
  listCallSheets,
  markCallSheetPrinted,
  moveCallSheetRow,
  removeCallSheetPlace,
  removeCallSheetRow,
} from './call-sheets.ts'
import { readCapacity } from './capacity.ts'
import { clearPile, getPile } from './clear-pile.ts'
import { addClosedPeriod, listClosedPeriods, removeClosedPeriod } from './closed-periods.ts'
import { correctTouch, moveTouch, removeTouch } from './correct-touch.ts'
import { fillDemo } from './demo.ts'
import { listDuplicates, tellApart } from './duplicates.ts'
import { enterSheet } from './enter-sheet.ts'
import { findPeople, listPeople, listPeopleInOrder } from './find-people.ts'
import { listFirms, saveFirm } from './firms.ts'
import {
  addSeveralToFocusList,
  addToFocusList,
  getFocusList,
  keepPerson,
  leaveFocusList,
  pinPerson,
  putOff,
  setWhyNow,
} from './focus-list.ts'
import { describeHistory, redoLast, undoLast } from './history.ts'
import { answerHousehold, listHouseholdOffers } from './households.ts'
import { exportEverything } from './import-export/export.ts'
import { importFiles } from './import-export/import.ts'
import { listImports } from './import-export/list-imports.ts'
import { previewFiles } from './import-export/preview.ts'
import { takeBackImport } from './import-export/take-back.ts'
import { answerQuestion, qualify } from './know-card.ts'
import { letGo, listLeavers, listParked, moveReturn } from './leavers.ts'
import { listProposals } from './leaving.ts'
import { listLeavingJobs } from './leaving-jobs.ts'
import { mergePeople, previewMerge } from './merge-people.ts'
import { nameFriend } from './name-friend.ts'
import { addNextStep, changeNextStep, closeNextStep, listDueSteps } from './next-steps.ts'
import {
  addPerson,
  editPerson,
  getPerson,
  removeContactPoint,
  saveContactPoint,
  setConsent,
  setNeverContact,
} from './people.ts'
import { findNextToPick, setAside } from './pick-the-few.ts'
import { getPlace } from './place-page.ts'
import { correctVisit, logVisit, removeVisit } from './place-visits.ts'
import {
  addPersonToPlace,
  addPlace,
  editPlace,
  listComing,
  listPlaces,
  removePersonFromPlace,
  removePlace,
} from './places.ts'
import { addCallSheetRow, letGoOfBlankRow, proposeCallSheet } from './propose-call-sheet.ts'
