// Everything that can be asked about receiving citizens, in the order of its life.
import { noteCall, openBooking } from './booking.desk.operations.ts'
import * as bookings from './booking.operations.ts'
import { calendar } from './calendar.operations.ts'
import * as conclusions from './conclusion.operations.ts'
import { duty } from './duty.operations.ts'
import { enter } from './enter.operations.ts'
import * as papers from './paper/paper.operations.ts'
import { exportRegister, registerFile } from './paper/register.operations.ts'
import { fulfil, points, promised } from './point.operations.ts'
import { schedule } from './schedule.operations.ts'
import * as sittings from './sitting.operations.ts'
import { mine, showSitting } from './sitting.read.operations.ts'
import * as visits from './visit.operations.ts'

export const receptionOperations = [
  ...[schedule, calendar, duty, visits.groundsList, bookings.book, bookings.booked, bookings.giveUp],
  ...[mine, sittings.propose, sittings.proposePattern, sittings.post, showSitting],
  ...[sittings.shift, sittings.cancel, sittings.hold, openBooking, noteCall],
  ...[visits.register, enter, visits.showVisit, visits.openVisit, visits.tellResult, visits.refuseInWriting],
  ...[conclusions.showConclusion, conclusions.draft, conclusions.issue, points, fulfil],
  ...[promised, papers.conclusionFile, papers.refusal, papers.papers, registerFile, exportRegister],
] as const
