// Examples about programmes, targets, forms, entries and boards.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { formOf, programme42 } from '../sample.ts'
import { idOfBody, one, type Inputs } from './found.ts'

/** The first target of 42-CTr/HU is given down in the sample; what the commune took up is of its own programme. */
async function cascadeInputs(app: App, of: { programme: number; version: number }): Promise<Inputs> {
  const { programme } = of
  const down = await one(
    app,
    sql<{
      no: number
      version: number
    }>`select t.no, c.version from target_cascade c join target t on t.id = c.target_id
    where t.programme_id = ${programme} order by t.no limit 1`,
  )
  const lower = await one(
    app,
    sql<{ programme: number; version: number; no: number; upper: number }>`
    select p.id as programme, p.version, t.no, l.upper_id as upper from target_link l join target t on t.id = l.target_id
    join programme p on p.id = t.programme_id order by l.linked_at limit 1`,
  )
  const at = { programme, no: down.no }
  const kind = { organisation: 'partyCommittee', rule: 'minimum' }
  const below = { programme: lower.programme, expectedVersion: lower.version }
  return {
    'cascades.list': { programme },
    'cascades.show': at,
    'cascades.propose': { ...at, ...kind, way: 'equal' },
    'cascades.give': { ...at, ...kind, expectedVersion: down.version, units: [] },
    'cascades.stop': { ...at, expectedVersion: down.version },
    'cascades.recordGap': { ...at, side: 'given', seen: '', reason: 'Địa bàn rừng, ít dân; chưa giao trong năm.' },
    'cascades.waiting': {},
    'cascades.given': { programme: lower.programme },
    'cascades.take': { ...below, upper: lower.upper },
    'cascades.link': { ...below, no: lower.no, upper: lower.upper },
    'cascades.unlink': { ...below, no: lower.no },
  }
}

export async function programmeInputs(app: App): Promise<Inputs> {
  const programme = await programme42(app)
  const { version, calendar } = await one(
    app,
    sql<{
      version: number
      calendar: number
    }>`select version, calendar_id as calendar from programme where id = ${programme}`,
  )
  const committee = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  const { at, line } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
  const sent = await one(
    app,
    sql<{
      id: number
      version: number
    }>`select e.id, e.version from entry e join body_version b on b.body_id = e.body_id
    join period p on p.id = e.period_id where p.key = '2023' and b.name = 'Khối dân vận xã Tân An'`,
  )
  const lined = await one(
    app,
    sql<{ id: number; line_version: number }>`select e.id, e.line_version from entry e
    join body_version b on b.body_id = e.body_id join period p on p.id = e.period_id
    where p.key = '2023' and b.name = 'Hội Nông dân xã Tân An'`,
  )
  const target = await one(app, sql<{ id: number }>`select id from target where programme_id = ${programme} and no = 1`)
  const red = await one(app, sql<{ id: number }>`select id from target where programme_id = ${programme} and no = 2`)
  const values = [1500, 1200, 36, 24, 48, 1000, 600, 0, 1, 0, 0].map((value, i) => ({ no: i + 1, value }))
  const entry = { ...at, expectedVersion: 0, rows: values, decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
  const seen = { programme, expectedVersion: version }
  const step = { id: sent.id, expectedVersion: sent.version }
  const figure = `t${target.id}.main.p${committee.place}.y${at.period}`
  return {
    'programmes.show': { programme },
    'programmes.create': { body: committee.id, year: 2024, title: 'Chương trình công tác dân vận năm 2024', calendar },
    'programmes.copy': { programme, year: 2024, title: 'Chương trình công tác dân vận năm 2024' },
    'programmes.edit': { ...seen, title: 'Chương trình công tác dân vận năm 2023', calendar, public: true },
    'programmes.setTexts': { ...seen, documents: [], themes: [], tasks: [] },
    'programmes.issue': seen,
    'programmes.close': seen,
    'targets.put': {
      ...seen,
      no: 7,
      name: 'Chỉ tiêu thử',
      indicator: 'coreMemberRate',
      comparator: '>',
      threshold: '50',
    },
    'targets.remove': { ...seen, no: 1 },
    ...(await cascadeInputs(app, { programme, version })),
    'sectors.add': { sectors: [{ key: 'cooperative', name: 'Hợp tác xã' }] },
    'counts.add': {
      key: 'dialogues',
      name: 'Cuộc đối thoại',
      unit: 'meeting',
      overPlaces: 'sum',
      overTime: 'sum',
      definition: 'Cuộc đối thoại đã tổ chức trong kỳ.',
      confidence: 'assumed',
    },
    'indicators.add': {
      key: 'membersCount',
      name: 'Số hội viên',
      unit: 'count',
      wording: 'Tổng số hội viên các tổ chức.',
      confidence: 'assumed',
      terms: [{ role: 'numerator', count: 'members' }],
    },
    'calendars.add': { key: 'halfYear', name: 'Báo cáo 6 tháng', entryKind: 'half', confidence: 'assumed' },
    'periods.add': { calendar, year: 2030, rule: { endDay: 14, cutOffDays: 0, dueDays: 4 } },
    'periods.list': { calendar },
    'periods.close': { body: committee.id, period: at.period },
    'forms.fromTargets': seen,
    'forms.put': {
      body: committee.id,
      key: 'THU',
      calendar,
      name: 'Biểu thử',
      rows: [{ count: 'gathered', organisation: 'veterans', label: 'Số thử' }],
    },
    'forms.attach': { ...seen, form: line.form },
    'duties.assign': {
      form: line.form,
      lines: [{ body: line.body, to: (await idOfBody(app, 'Khối dân vận xã Mã Đà')).id }],
    },
    'duties.setLine': { form: line.form, way: 'body', line: (await idOfBody(app, 'Hội Nông dân huyện Vĩnh Cửu')).id },
    'forms.show': { form: line.form },
    'entries.matrix': { programme },
    'reminders.note': { programme, ...at, channel: 'phone', on: '2026-11-19', answer: 'hẹn gửi trong tuần' },
    'reminders.list': { programme, ...at },
    'entries.open': at,
    'entries.show': { id: sent.id },
    'entries.save': entry,
    'entries.submit': entry,
    'entries.correct': { ...entry, reason: 'đếm lại' },
    'entries.finalise': entry,
    'entries.takeBack': step,
    'entries.return': { ...step, reason: 'đề nghị xem lại' },
    'entries.accept': step,
    'entries.reopen': { ...step, reason: 'đề nghị xem lại' },
    'entries.acceptLine': { id: lined.id, expectedLineVersion: lined.line_version },
    'entries.returnLine': { id: lined.id, expectedLineVersion: lined.line_version, reason: 'đề nghị xem lại' },
    'lines.show': { body: (await idOfBody(app, 'Hội Nông dân huyện Vĩnh Cửu')).id },
    'consolidations.make': { programme },
    'consolidations.list': { programme },
    'boards.show': { programme },
    'boards.public': { programme },
    'figures.explain': { figure },
    'causes.list': { target: red.id, place: committee.place, period: at.period },
    'causes.write': {
      ...{ target: red.id, place: committee.place, period: at.period, expectedNo: 1 },
      wording: 'Nhiều hội viên đi làm ăn xa.',
    },
    'rollReviews.list': { body: line.body },
    'rollReviews.note': { body: line.body, on: '2023-10-20', document: 'Biên bản số 05-BB/HND' },
    'rollReviews.withdraw': {
      id: (await one(app, sql<{ id: number }>`select id from roll_review order by id limit 1`)).id,
    },
    'figures.carried': { programme, on: '2025-07-01' },
    'boards.carried': { programme, on: '2025-07-01' },
    'figures.export': { programme },
    'figures.import': { programme, csv: `don_vi,bieu,dong,gia_tri\n${line.body},F1-ND,1,1500\n` },
  }
}
