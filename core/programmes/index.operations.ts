// Everything that can be asked of programmes, in reading order.
import { daySchema } from '../shared/day.ts'
import { follow } from '../shared/event.ts'
import type { Id } from '../shared/id.ts'
import type { Operation } from '../shared/operation.ts'
import './handover/handover.ts'
import { showBoard, showPublicBoard } from './boards/board.operations.ts'
import { carriedBoard } from './boards/carried.board.operations.ts'
import { carriedFigures } from './boards/carried.operations.ts'
import * as cascades from './cascade/cascade.operations.ts'
import * as cascadeReads from './cascade/cascade.show.operations.ts'
import { recordGap } from './cascade/gap.operations.ts'
import * as given from './cascade/given.operations.ts'
import * as calendars from './forms/calendar.operations.ts'
import * as catalogue from './forms/catalogue.operations.ts'
import * as consolidations from './entries/consolidation.operations.ts'
import * as entries from './entries/entry.operations.ts'
import * as entryReads from './entries/entry.reads.ts'
import * as entryScans from './entries/entry.scan.operations.ts'
import { exportFigures, importFigures } from './entries/exchange.operations.ts'
import { refreshAfterEnd } from './boards/rollup.store.ts'
import { listCauses, writeCause } from './causes/cause.operations.ts'
import { explainFigure } from './boards/explain.operations.ts'
import * as forms from './forms/form.operations.ts'
import { formsFromTargets } from './forms/form.propose.operations.ts'
import * as programmes from './programme.operations.ts'
import * as reminders from './entries/reminder.operations.ts'
import * as lines from './lines/line.operations.ts'
import { setLine } from './lines/line.set.operations.ts'
import { showLine } from './lines/line.reads.ts'
import { listReviews, noteReview, takeBackReview } from './reviews/review.operations.ts'
import * as targets from './targets/target.operations.ts'
import * as lists from './entries/work.operations.ts'

/** What a body owed falls away with it. */
follow('body.succeed', (tx, { id, changes }) =>
  refreshAfterEnd(tx, { bodyId: id as Id<'body'>, on: daySchema.parse(changes?.on) }),
)

export const programmeOperations: readonly Operation[] = [
  programmes.listAll,
  programmes.listIssuers,
  programmes.show,
  programmes.create,
  programmes.copy,
  programmes.edit,
  programmes.setTexts,
  programmes.issue,
  programmes.close,
  targets.put,
  targets.remove,
  cascadeReads.listCascades,
  cascadeReads.showCascade,
  cascadeReads.proposeShares,
  cascades.giveDown,
  cascades.stopGiving,
  recordGap,
  given.listWaiting,
  given.listGiven,
  given.takeUp,
  given.linkTarget,
  given.unlinkTarget,
  catalogue.showCatalogue,
  catalogue.addSectors,
  catalogue.addCount,
  catalogue.addIndicator,
  calendars.addCalendar,
  calendars.addPeriods,
  calendars.listPeriods,
  calendars.closePeriod,
  formsFromTargets,
  forms.put,
  forms.attach,
  forms.assign,
  setLine,
  forms.show,
  lists.work,
  lists.matrix,
  reminders.noteReminder,
  reminders.listReminders,
  entryReads.open,
  entryReads.openById,
  entries.saveEntry,
  entries.submitEntry,
  entries.correctEntry,
  entries.finaliseEntry,
  entries.takeBackEntry,
  entries.returnEntry,
  entries.acceptEntry,
  entries.reopenEntry,
  entryScans.keepOfEntry,
  entryScans.scansOfEntry,
  entryScans.scanOfEntry,
  lines.acceptLine,
  lines.returnLine,
  showLine,
  consolidations.make,
  consolidations.list,
  showBoard,
  showPublicBoard,
  explainFigure,
  listCauses,
  writeCause,
  listReviews,
  noteReview,
  takeBackReview,
  carriedFigures,
  carriedBoard,
  exportFigures,
  importFigures,
]
