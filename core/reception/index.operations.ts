// Everything that can be asked about receiving citizens, in the order of its life.
import * as bookings from './booking.operations.ts'
import { calendar } from './calendar.operations.ts'
import * as conclusions from './conclusion.operations.ts'
import { duty } from './duty.operations.ts'
import * as papers from './paper/paper.operations.ts'
import { exportRegister, registerFile } from './paper/register.operations.ts'
import * as sittings from './sitting.operations.ts'
import * as visits from './visit.operations.ts'

export const receptionOperations = [
  ...[bookings.schedule, calendar, duty, visits.groundsList, bookings.book, bookings.booked, bookings.giveUp],
  ...[sittings.mine, sittings.propose, sittings.proposePattern, sittings.post, sittings.showSitting],
  ...[sittings.shift, sittings.cancel, sittings.hold, bookings.openBooking, bookings.noteCall],
  ...[visits.register, visits.enter, visits.showVisit, visits.openVisit, visits.tellResult, visits.refuseInWriting],
  ...[conclusions.showConclusion, conclusions.draft, conclusions.issue, conclusions.points, conclusions.fulfil],
  ...[conclusions.promised, papers.conclusionFile, papers.refusal, papers.papers, registerFile, exportRegister],
] as const
