// The map of the app below the door: each call and the function that serves it.

import { describeStart, noteMissing } from './app/app.ts'
import { describeHistory, redoLast, undoLast } from './app/history.ts'
import { getBackupStatus, runBackup } from './backup/backup.ts'
import { checkFile } from './backup/check.ts'
import { confirmRow, listDoubtfulRows, takeRow } from './backup/settle-doubt.ts'
import { getCallSheet, getCallSheetPage, listCallSheets } from './call-sheets/call-sheets.ts'
import {
  changeCallSheetGoal,
  changeCallSheetRow,
  markCallSheetPrinted,
  moveCallSheetRow,
  removeCallSheetPlace,
  removeCallSheetRow,
} from './call-sheets/change-call-sheet.ts'
import {
  addCallSheetRow,
  letGoOfBlankRow,
  planCallSheet,
  proposeCallSheet,
} from './call-sheets/propose-call-sheet.ts'
import { fillDemo } from './demo/demo.ts'
import { listDuplicates, tellApart } from './duplicates/duplicates.ts'
import { mergePeople, previewMerge } from './duplicates/merge-people.ts'
import type { Handlers } from './engine/contexts.ts'
import { getDraft, saveDraft } from './engine/drafts.ts'
import { addMany } from './first-hour/add-many.ts'
import { findNextToPick, setAside } from './first-hour/pick-the-few.ts'
import {
  addSeveralToFocusList,
  addToFocusList,
  getFocusList,
  keepPerson,
  leaveFocusList,
  pinPerson,
  putOff,
  putOffTurn,
  setWhyNow,
} from './focus-list/focus-list.ts'
import { letGo, listLeavers, listParked, moveReturn } from './focus-list/leavers.ts'
import { listProposals } from './focus-list/leaving.ts'
import { exportEverything } from './import-export/export.ts'
import { importFiles } from './import-export/import.ts'
import { listImports } from './import-export/list-imports.ts'
import { previewFiles } from './import-export/preview.ts'
import { takeBackImport } from './import-export/take-back.ts'
import { listLeavingJobs } from './jobs/leaving-jobs.ts'
import { answerQuestion, qualify } from './know-card/know-card.ts'
import { bringBack, listBin, moveToBin } from './people/bin.ts'
import { describeErasing, erasePerson } from './people/erase-person.ts'
import { findPeople, listPeople, listPeopleInOrder } from './people/find-people.ts'
import {
  addPerson,
  editPerson,
  getPerson,
  removeContactPoint,
  saveContactPoint,
  setConsent,
  setDied,
  setNeverContact,
} from './people/people.ts'
import { listFilterChoices } from './people/people-filters.ts'
import { getPlace } from './places/place-page.ts'
import { correctVisit, logVisit, removeVisit } from './places/place-visits.ts'
import {
  addPersonToPlace,
  addPlace,
  editPlace,
  listComing,
  listPlaces,
  removePersonFromPlace,
  removePlace,
} from './places/places.ts'
import { readCapacity } from './records/capacity.ts'
import { addClosedPeriod, listClosedPeriods, removeClosedPeriod } from './records/closed-periods.ts'
import { listFirms, saveFirm } from './records/firms.ts'
import { answerHousehold, listHouseholdOffers } from './records/households.ts'
import { addNextStep, changeNextStep, closeNextStep, listDueSteps } from './records/next-steps.ts'
import { changeSettings, getSettings } from './records/settings.ts'
import { linkReferrer, listNames, listThanksOwed, reportBack, unlinkReferrer } from './referrals/referrals.ts'
import {
  addTexts,
  editText,
  getTextFacts,
  listLetterRecipients,
  listTexts,
  removeText,
} from './texts/texts.ts'
import { clearPile, getPile } from './today/clear-pile.ts'
import { getLateInquiry, listHellos, skipHello } from './today/hellos.ts'
import { settleInquiry } from './today/settle-inquiry.ts'
import { noteShown } from './today/showings.ts'
import { getToday } from './today/today.ts'
import { listCalendarSteps, saveCalendar } from './touches/calendar.ts'
import { correctTouch, moveTouch, removeTouch } from './touches/correct-touch.ts'
import { nameFriend } from './touches/name-friend.ts'
import { thankReferrer } from './touches/thank.ts'
import { getTimeline } from './touches/timeline.ts'
import { listGroup, logToMany } from './touches/touch-many.ts'
import { logTouch } from './touches/touches.ts'
import { enterSheet } from './type-back/enter-sheet.ts'
import { readTypedSheet } from './type-back/read-typed-sheet.ts'
import { getWeekReview, listReviewPeople } from './week-review/week-review.ts'

export const handlers = {
  'app.start': (db, _input, context) => describeStart(db, context),
  'app.noteMissing': (_db, _input, context) => noteMissing(context),
  'app.draft': (db, input) => getDraft(db, input.key),
  'app.saveDraft': async (_db, input, context) => {
    await saveDraft(input.key, input.value, context)
    return {}
  },
  'app.fillDemo': fillDemo,
  'app.history': (_db, _input, context) => describeHistory(context),
  'app.undo': (_db, input, context) => undoLast(context, input.commandId),
  'app.redo': (_db, _input, context) => redoLast(context),
  'people.list': listPeople,
  'people.order': listPeopleInOrder,
  'people.filterChoices': listFilterChoices,
  'people.find': findPeople,
  'people.get': getPerson,
  'people.bin': listBin,
  'people.add': addPerson,
  'firstHour.addMany': addMany,
  'people.edit': editPerson,
  'people.saveContactPoint': saveContactPoint,
  'people.removeContactPoint': removeContactPoint,
  'people.moveToBin': moveToBin,
  'people.bringBack': bringBack,
  'people.erasing': describeErasing,
  'people.erase': erasePerson,
  'people.setConsent': setConsent,
  'people.setNeverContact': setNeverContact,
  'people.setDied': setDied,
  'people.firms': listFirms,
  'people.saveFirm': saveFirm,
  'people.householdOffers': listHouseholdOffers,
  'people.answerHousehold': answerHousehold,
  'places.list': listPlaces,
  'places.get': getPlace,
  'places.add': addPlace,
  'places.edit': editPlace,
  'places.remove': removePlace,
  'places.addPerson': addPersonToPlace,
  'places.removePerson': removePersonFromPlace,
  'places.logVisit': logVisit,
  'places.correctVisit': correctVisit,
  'places.removeVisit': removeVisit,
  'places.coming': listComing,
  'knowCard.answer': answerQuestion,
  'knowCard.qualify': qualify,
  'duplicates.list': listDuplicates,
  'duplicates.preview': previewMerge,
  'duplicates.merge': mergePeople,
  'duplicates.tellApart': tellApart,
  'focusList.get': (db, _input, context) => getFocusList(db, context),
  'focusList.capacity': (db) => readCapacity(db),
  'today.get': getToday,
  'focusList.add': addToFocusList,
  'focusList.addSeveral': addSeveralToFocusList,
  'focusList.notNow': putOff,
  'focusList.leave': leaveFocusList,
  'focusList.proposals': listProposals,
  'jobs.leaving': listLeavingJobs,
  'focusList.parked': listParked,
  'focusList.moveReturn': moveReturn,
  'focusList.letGo': letGo,
  'focusList.leavers': (db) => listLeavers(db),
  'focusList.keep': keepPerson,
  'focusList.setWhyNow': setWhyNow,
  'focusList.pin': pinPerson,
  'focusList.putOffTurn': putOffTurn,
  'firstHour.toPick': findNextToPick,
  'firstHour.setAside': setAside,
  'texts.list': (db) => listTexts(db),
  'texts.add': addTexts,
  'texts.edit': editText,
  'texts.remove': removeText,
  'texts.facts': getTextFacts,
  'texts.recipients': listLetterRecipients,
  'touches.timeline': getTimeline,
  'touches.log': logTouch,
  'touches.logToMany': logToMany,
  'touches.group': listGroup,
  'touches.move': moveTouch,
  'touches.calendarSteps': listCalendarSteps,
  'touches.saveCalendar': saveCalendar,
  'touches.correct': correctTouch,
  'touches.remove': removeTouch,
  'touches.addNextStep': addNextStep,
  'touches.changeNextStep': changeNextStep,
  'touches.closeNextStep': closeNextStep,
  'touches.due': listDueSteps,
  'today.pile': getPile,
  'today.clearPile': clearPile,
  'today.noteShown': noteShown,
  'today.hellos': listHellos,
  'today.skipHello': skipHello,
  'today.lateInquiry': getLateInquiry,
  'today.settleInquiry': settleInquiry,
  'referrals.thanksOwed': (db) => listThanksOwed(db),
  'referrals.names': listNames,
  'referrals.linkReferrer': linkReferrer,
  'referrals.unlinkReferrer': unlinkReferrer,
  'referrals.nameFriend': nameFriend,
  'referrals.thank': thankReferrer,
  'referrals.reportBack': reportBack,
  'importExport.preview': previewFiles,
  'importExport.import': importFiles,
  'importExport.imports': (db) => listImports(db),
  'importExport.takeBack': (_db, input, context) => takeBackImport(input.id, context),
  'callSheets.list': (db) => listCallSheets(db),
  'callSheets.get': getCallSheet,
  'callSheets.page': getCallSheetPage,
  'typeBack.facts': readTypedSheet,
  'typeBack.enter': enterSheet,
  'weekReview.get': getWeekReview,
  'weekReview.people': listReviewPeople,
  'callSheets.plan': planCallSheet,
  'callSheets.propose': proposeCallSheet,
  'callSheets.addRow': async (db, input, context) => {
    await addCallSheetRow(db, input, context)
    return {}
  },
  'callSheets.removeRow': async (db, input, context) => {
    await removeCallSheetRow(db, input, context)
    return {}
  },
  'callSheets.letGo': async (db, input, context) => {
    await letGoOfBlankRow(db, input, context)
    return {}
  },
  'callSheets.removePlace': async (db, input, context) => {
    await removeCallSheetPlace(db, input, context)
    return {}
  },
  'callSheets.moveRow': async (db, input, context) => {
    await moveCallSheetRow(db, input, context)
    return {}
  },
  'callSheets.changeRow': async (db, input, context) => {
    await changeCallSheetRow(db, input, context)
    return {}
  },
  'callSheets.changeGoal': async (db, input, context) => {
    await changeCallSheetGoal(db, input, context)
    return {}
  },
  'callSheets.markPrinted': async (db, input, context) => {
    await markCallSheetPrinted(db, input, context)
    return {}
  },
  'importExport.export': (_db, input, context) => exportEverything(input, context),
  'backup.status': (db, _input, context) => getBackupStatus(db, context),
  'backup.run': (_db, input, context) => runBackup(input, context),
  'backup.check': (_db, input, context) => checkFile(input, context),
  'backup.doubtfulRows': (db, _input, context) => listDoubtfulRows(db, context),
  'backup.confirmRow': (_db, input, context) => confirmRow(input, context),
  'backup.takeRow': (db, input, context) => takeRow(db, input, context),
  'settings.closedPeriods': (db, _input, context) => listClosedPeriods(db, context),
  'settings.addClosedPeriod': addClosedPeriod,
  'settings.removeClosedPeriod': removeClosedPeriod,
  'settings.get': (db) => getSettings(db),
  'settings.change': async (db, input, context) => {
    await changeSettings(db, input, context)
    return {}
  },
} satisfies Handlers
