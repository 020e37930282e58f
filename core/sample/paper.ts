// What the văn thư does after the day of issue: the scan, a number cancelled, a correction. Invented like everything here.
import { correct } from '../documents/notice.operations.ts'
import { cancelNumber, takeNumber } from '../documents/register.operations.ts'
import { keep } from '../documents/scans/scan.operations.ts'
import { create as createSeries } from '../documents/series.operations.ts'
import { render } from '../reports/report.render.operations.ts'
import { signed } from '../reports/signed.operations.ts'
import type { Id } from '../shared/id.ts'
import { ask } from './steps.ts'
import type { Scene } from './year.ts'

export async function playPaper({ stage, at, as }: Scene, report: Id<'report'>): Promise<void> {
  const clerk = as('vanthu')
  stage.on('2023-12-28', '15:10')
  const line = (await ask(stage, signed, { as: clerk, id: report })).line!
  // Where files have no folder, as in most tests, the year has no scan.
  if (stage.app.files) {
    const { content } = await ask(stage, render, { as: clerk, id: report, format: 'pdf' })
    const files = [{ name: 'Bản quét 12-BC-HU (số liệu minh hoạ).pdf', content }]
    await ask(stage, keep, { as: clerk, id: line, files, illustrative: true })
  }
  stage.on('2023-12-29', '08:20')
  const summary = 'Tình hình công tác dân vận tháng 12 năm 2023'
  const { id } = await ask(stage, takeNumber, {
    as: clerk,
    body: at.committee,
    kind: 'BC',
    dated: '2023-12-29',
    summary,
  })
  await ask(stage, cancelNumber, { as: clerk, id, reason: 'Lấy số nhầm: báo cáo tháng do Ban Dân vận ban hành.' })
  stage.on('2024-01-04', '10:00')
  const series = { body: at.committee, family: 'party', kind: 'CV', symbol: 'CV/HU', lastNumber: 318 } as const
  await ask(stage, createSeries, { as: clerk, ...series, validFrom: '2020-08-01', validTo: '2025-06-30' })
  await ask(stage, correct, {
    ...{ as: clerk, id: line, signedBy: 'Chánh Văn phòng' },
    items: [{ was: 'Ban Dân vận Tỉnh ủy', reads: 'Ban Dân vận Tỉnh ủy (để báo cáo)' }],
    reason: 'Thiếu ghi chú ở phần nơi nhận; nội dung và số liệu không đổi.',
  })
}
