// Examples about reports, their papers and templates.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { layoutOf, seedOf } from '../../documents/layout.ts'
import { formFile } from '../../reports/word/master.ts'
import { programme42 } from '../sample.ts'
import { idOfBody, one, type Inputs } from './found.ts'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export async function reportInputs(app: App): Promise<Inputs> {
  const programme = await programme42(app)
  const committee = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  const report = await one(
    app,
    sql<{ id: number; version: number }>`select id, version from report order by id limit 1`,
  )
  const line = await one(app, sql<{ id: number }>`select id from register_line order by id limit 1`)
  const labour = await idOfBody(app, 'Liên đoàn Lao động huyện Vĩnh Cửu')
  const said = await one(app, sql<{ id: number }>`select id from report_comment order by id limit 1`)
  const sent = await one(
    app,
    sql<{ id: number }>`select id from report_dispatch where received_on is null order by id limit 1`,
  )
  const entry = await one(
    app,
    sql<{ id: number }>`select id from entry where counted_id is not null order by id limit 1`,
  )
  const at = { id: report.id, expectedVersion: report.version }
  const notice = await one(app, sql<{ id: number }>`select id from document_notice order by id limit 1`)
  const form = formFile('party', layoutOf(seedOf('party').values))
  const papers = { files: [{ name: 'trang-1.png', content: onePixel }] }
  return {
    'documents.show': { id: line.id },
    'documents.correct': { id: line.id, items: [{ was: 'năm 2022', reads: 'năm 2023' }] },
    'documents.recall': { id: line.id, reason: 'thử thu hồi' },
    'documents.registerFile': { body: committee.id, format: 'pdf', year: 2023 },
    'scans.keep': { id: line.id, ...papers },
    'scans.list': { id: line.id },
    'scans.file': { id: line.id, scan: 1, no: 1 },
    'entries.keepScan': { id: entry.id, ...papers },
    'entries.scans': { id: entry.id },
    'entries.scanFile': { id: entry.id, scan: 1, no: 1 },
    'reports.signed': { id: report.id },
    'reports.signedFile': { id: report.id, scan: 1, no: 1 },
    'templates.edit': { family: 'party', expectedNo: 1, changes: {}, basis: 'thử', confidence: 'assumed' },
    'templates.restore': { family: 'party', expectedNo: 1, no: 2, reason: 'thử quay lại' },
    'templates.wordForm': { family: 'party' },
    'templates.sendWord': { family: 'party', expectedNo: 1, file: form.toString('base64') },
    'templates.drafts': {},
    'templates.draft': { id: 1 },
    'templates.sample': { id: 1, format: 'docx' },
    'templates.adoptWord': { id: 1, basis: 'thử mẫu Word', confidence: 'assumed' },
    'templates.dropWord': { id: 1 },
    'documents.told': { notice: notice.id },
    'documents.toldToMe': {},
    'documents.confirmDestroyed': { notice: notice.id, body: committee.id },
    'documents.letter': { notice: notice.id, format: 'pdf' },
    'reports.publish': { id: report.id, allowedBy: 'Thường trực Huyện ủy' },
    'publicReports.list': {},
    'publicReports.show': { id: report.id },
    'publicReports.file': { id: report.id },
    'numberSeries.list': { body: committee.id },
    'numberSeries.create': {
      body: committee.id,
      kind: 'TB',
      symbol: 'TB/HU',
      validFrom: '2020-08-01',
      validTo: '2025-06-30',
    },
    'documents.register': { body: committee.id },
    'documents.takeNumber': { body: committee.id, kind: 'BC', dated: '2023-12-29', summary: 'Báo cáo thử lấy số' },
    'documents.cancelNumber': { id: line.id, reason: 'thử huỷ số' },
    'reports.show': { id: report.id },
    'reports.create': { programme, kind: 'final' },
    'reports.writeText': { ...at, section: 'overview', text: 'Nội dung thử.' },
    'reports.merge': {
      ...at,
      section: 'weaknesses',
      call: (await one(app, sql<{ id: number }>`select id from call order by id limit 1`)).id,
      callSection: 'weaknesses',
      items: ['1.1'],
    },
    'reports.sources': { id: report.id },
    'reports.ownAnswers': { id: report.id },
    'reports.takeOwnAnswers': { id: report.id },
    'reports.drafting': {},
    'reports.circulate': { ...at, dueOn: '2026-12-01', organisations: ['fatherlandFront'] },
    'reports.comments': { id: report.id },
    'reports.toComment': {},
    'reports.draft': { id: report.id, body: labour.id },
    'reports.comment': { id: report.id, body: labour.id, section: 'all', text: 'Nên ngắn hơn.', expectedVersion: 0 },
    'reports.agree': { id: report.id, body: labour.id },
    'reports.decide': { ...at, comment: said.id, verdict: 'taken' },
    'reports.explanation': { id: report.id, format: 'html' },
    'reports.initial': at,
    'reports.approve': {
      ...{ ...at, way: 'meeting', heldOn: '2023-12-27', members: 11, present: 10, agreed: 10, notAgreed: 0 },
      conclusion: 'Thống nhất nội dung.',
    },
    'reports.dispatch': { id: report.id, way: 'paper', recipients: 'Báo Đồng Nai' },
    'reports.dispatches': { id: report.id },
    'reports.arrived': {},
    'reports.arrivedPaper': { dispatch: sent.id },
    'reports.openArrived': { dispatch: sent.id, format: 'html' },
    'reports.receive': { dispatch: sent.id },
    'reports.setHead': { ...at, title: 'Tổng kết công tác dân vận năm 2023' },
    'reports.refresh': at,
    'reports.submit': at,
    'reports.return': { ...at, reason: 'đề nghị xem lại' },
    'reports.accept': at,
    'reports.sign': { ...at, title: 'PHÓ BÍ THƯ' },
    'reports.issue': at,
    'reports.supersede': at,
    'reports.paper': { id: report.id },
    'reports.trace': { id: report.id },
    'reports.style': { id: report.id },
    'reports.figure': { id: report.id, figure: 'không có' },
    'reports.render': { id: report.id, format: 'json' },
    'reports.preview': { programme, kind: 'final' },
  }
}
