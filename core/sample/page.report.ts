// The final report of a page's year: a draft with a few sections, or signed and issued under the committee's next number.
import { giveFunction } from '../bodies/body.change.ts'
import { create as createSeries } from '../documents/series.operations.ts'
import { create } from '../reports/report.create.operations.ts'
import { accept, submit } from '../reports/report.life.operations.ts'
import { issue, sign } from '../reports/report.sign.operations.ts'
import { approve } from '../reports/signing/signing.operations.ts'
import { writeText } from '../reports/report.write.operations.ts'
import type { Id } from '../shared/id.ts'
import type { Seat, Staff } from './page.bodies.ts'
import type { PageReport } from './page.ts'
import { ask, type Stage } from './steps.ts'

interface Reporting {
  seat: Seat
  staff: Staff
  programme: Id<'programme'>
  report: PageReport
}

export async function playPageReport(stage: Stage, at: Reporting): Promise<void> {
  const { seat, staff, programme, report } = at
  stage.on(`${seat.year}-12-22`, '08:30')
  const as = staff.officer
  const head = { upperIssuer: report.upperIssuer, recipients: report.recipients.join('\n') }
  const { report: id, version } = await ask(stage, create, { as, programme, kind: 'final', ...head })
  let expectedVersion = version
  for (const [section, text] of Object.entries(report.texts)) {
    const written = await ask(stage, writeText, { as, id, section, text, expectedVersion: 0 })
    expectedVersion = written.reportVersion
  }
  if (report.issued) await issueIt(stage, at, { id, expectedVersion })
}

async function issueIt(
  stage: Stage,
  { seat, staff, report }: Reporting,
  standing: { id: number; expectedVersion: number },
) {
  const { symbol, lastNumber, on, signer } = report.issued!
  const { id } = standing
  const sent = await ask(stage, submit, { as: staff.officer, ...standing })
  stage.on(`${seat.year}-12-25`, '09:10')
  const accepted = await ask(stage, accept, { as: staff.head, id, expectedVersion: sent.version })
  await ask(stage, giveFunction, { id: seat.committee, expectedVersion: 1, function: 'documentRegister' })
  await ask(stage, createSeries, {
    ...{ as: staff.clerk, body: seat.committee, family: 'party', kind: 'BC', symbol, lastNumber },
    ...{ validFrom: `${seat.year - 1}-01-01`, validTo: seat.validTo },
  })
  stage.on(`${seat.year}-12-27`, '16:30')
  const approved = await ask(stage, approve, {
    ...{ as: staff.clerk, id, expectedVersion: accepted.version, way: 'meeting', heldOn: `${seat.year}-12-27` },
    ...{ members: 9, present: 9, agreed: 9, notAgreed: 0, attendance: 'Đủ chín đồng chí Ủy viên Ban Thường vụ.' },
    conclusion: 'Thống nhất nội dung báo cáo (minh hoạ).',
  })
  stage.on(on, '09:00')
  const signing = { as: staff.standing, id, expectedVersion: approved.version, title: signer }
  const signed = await ask(stage, sign, signing)
  stage.on(on, '14:15')
  await ask(stage, issue, { as: staff.clerk, id, expectedVersion: signed.version })
}
