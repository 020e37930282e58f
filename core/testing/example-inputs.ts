// A fitting input for every operation on the sample year: what a person with the right would really ask.
import { sql } from 'kysely'
import { create as createAct } from '../acts/act.operations.ts'
import { listKeys, showKey } from '../acts/keys/key.operations.ts'
import type { App } from '../app.ts'
import { workbook } from '../sample/collections.ts'
import { layoutOf, seedOf } from '../documents/layout.ts'
import { formFile } from '../reports/word/master.ts'
import { operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { as, formOf, programme42 } from './sample.ts'

type Inputs = Record<string, Record<string, unknown>>

async function one<T>(app: App, query: ReturnType<typeof sql<T>>): Promise<T> {
  const { rows } = await query.execute(app.db)
  if (!rows[0]) throw new Error('the sample lacks something the examples need')
  return rows[0]
}

async function idOfPerson(app: App, username: string): Promise<number> {
  return (await one(app, sql<{ id: number }>`select id from person where username = ${username}`)).id
}

async function idOfBody(app: App, name: string): Promise<{ id: number; version: number; place: number }> {
  return one(
    app,
    sql`select b.id, b.version, v.place_id as place from body b join body_version v on v.body_id = b.id
    where v.name = ${name}`,
  )
}

export async function exampleInputs(app: App): Promise<Inputs> {
  return {
    ...(await placesAndBodies(app)),
    ...(await actInputs(app)),
    ...(await peopleInputs(app)),
    ...(await programmeInputs(app)),
    ...(await callInputs(app)),
    ...(await publicInputs(app)),
    ...(await collectionInputs(app)),
    ...(await reportInputs(app)),
    ...lawInputs,
    ...sealInputs,
  }
}

/** Nothing of the sample is sealed: who may ask at all is told before the item is looked for. */
const sealInputs: Inputs = {
  'sealRequests.ask': { handle: '0'.repeat(32), reason: 'Xác minh danh tính người tố cáo' },
  'sealRequests.approve': { id: 1, hours: 4, note: 'đúng việc' },
  'sealRequests.refuse': { id: 1, note: 'chưa cần' },
  'sealRequests.end': { id: 1 },
  'sealRequests.open': { id: 1 },
  'sealRequests.openOriginal': { id: 1, no: 1 },
  'sealRecord.requests': { before: 1000 },
  'sealRecord.looks': { before: 1000 },
  'sealPolicy.change': { openHours: 8, waitDays: 3, basis: 'Quy chế bảo mật', expectedVersion: 1 },
}

const lawInputs: Inputs = {
  'deadlines.compute': { rule: 'complaint.accept', from: '2026-07-01', pause: '2026-07-02..2026-07-03', extension: 2 },
  'lawRules.list': { on: '2026-07-01' },
  'lawRules.show': { key: 'complaint.accept' },
  'lawRules.addVersion': {
    ...{ key: 'fieldReport.handle.normal', expectedNo: 1, validFrom: '2026-12-01', value: 7, unit: 'workingDays' },
    ...{ article: 'Quyết định của UBND tỉnh, Điều 5', confidence: 'read' },
  },
  'workCalendar.show': { year: 2026 },
  'workCalendar.confirm': {
    ...{ year: 2026, expectedVersion: 0, basis: 'Thông báo nghỉ lễ năm 2026' },
    days: [{ day: '2026-01-01', kind: 'holiday', name: 'Tết Dương lịch' }],
  },
}

async function placesAndBodies(app: App): Promise<Inputs> {
  const committee = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  const union = await idOfBody(app, 'Hội Nông dân xã Tân An')
  const at = { id: union.id, expectedVersion: union.version }
  const pattern = {
    organisation: 'redCross',
    underPlaceId: committee.place,
    namePattern: 'Hội Chữ thập đỏ {place}',
    validFrom: '2023-01-01',
    parentOrganisation: 'partyCommittee',
  }
  return {
    'places.search': { q: 'dong ha' },
    'places.show': { code: '26170', on: '2023-06-30' },
    'places.children': { code: '735', on: '2023-06-30' },
    'places.outlines': { id: committee.place, on: '2023-06-30' },
    'places.became': { id: committee.place, from: '2023-06-30' },
    'places.total': { level: 'commune' },
    'bodies.show': { id: union.id },
    'bodies.previewForPlaces': pattern,
    'bodies.uppers': { place: pattern.underPlaceId },
    'bodies.create': {
      organisation: 'redCross',
      name: 'Hội Chữ thập đỏ huyện Vĩnh Cửu',
      placeId: committee.place,
      parentId: committee.id,
      validFrom: '2023-01-01',
      validTo: '2025-06-30',
    },
    'bodies.createForPlaces': pattern,
    'bodies.rename': { ...at, on: '2023-07-01', name: 'Hội Nông dân xã Tân An (tên mới)' },
    'bodies.giveFunction': { ...at, function: 'citizenReception', from: '2023-01-01' },
    'bodies.endFunction': { ...at, function: 'citizenReception', lastDay: '2023-12-31' },
    'bodies.move': { ...at, on: '2023-07-01', parentId: committee.id },
    'bodies.succeed': { ...at, kind: 'dissolved', toIds: [], on: '2023-07-01' },
  }
}

/** A draft of the sample's administrator; the communes of his district end in 2025 anyway, so that saving names faults. */
async function actInputs(app: App): Promise<Inputs> {
  const document = {
    ...{ number: '15/NQ-HĐND', issuer: 'HĐND huyện Vĩnh Cửu', issuedOn: '2024-05-20', effectiveOn: '2024-07-01' },
  }
  const lines = [{ kind: 'rename' as const, from: '26179', name: 'Tân An Mới' }]
  const { id } = must(await createAct.ask(app, await as(app, 'quantri'), document))
  const at = { id, expectedVersion: 1 }
  const text = 'thay đổi,mã cũ,tên mới\nđổi tên,26179,Tân An Mới'
  const union = await idOfBody(app, 'Hội Nông dân xã Tân An')
  const upper = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  return {
    'acts.import': { ...document, text, dryRun: true },
    'acts.show': { id },
    'acts.create': document,
    'acts.edit': { ...at, ...document, title: 'Đổi tên xã' },
    'acts.discard': at,
    'acts.addLines': { ...at, lines },
    'acts.removeLines': { ...at, lines: [1] },
    'acts.readLines': { ...at, text },
    'acts.save': at,
    'acts.proposeBodies': { id },
    'acts.changeBodies': at,
    ...(await keyInputs(app)),
    'handOvers.show': { id: 1 },
    'handOvers.ofBody': { body: union.id },
    'handOvers.save': { number: '01/BB', dated: '2024-07-02', lines: [{ from: union.id, to: upper.id }] },
  }
}

/** A divided place; it lies outside the sample's district, so that all but the operator are told why not. */
async function keyInputs(app: App): Promise<Inputs> {
  const { places } = must(await listKeys.ask(app, operator, { size: 1 }))
  const { placeId: id, onDate } = places[0]!
  const { parts } = must(await showKey.ask(app, operator, { id }))
  const shares = parts.map(({ code }) => ({ to: code!, share: `1/${parts.length}` }))
  const told = { method: 'decision', basis: 'Biên bản bàn giao', dated: '2023-02-01', confidence: 'assumed' }
  return {
    'placeKeys.show': { id },
    'placeKeys.set': { id, expectedVersion: 0, shares, ...told },
    'placeKeys.withdraw': { id, expectedVersion: 1, note: 'Căn cứ đã bị huỷ' },
    'placeKeys.import': { onDate, text: 'mã cũ;mã nơi đến;tỉ lệ', dryRun: true },
  }
}

async function peopleInputs(app: App): Promise<Inputs> {
  const { id, version } = await one(
    app,
    sql<{ id: number; version: number }>`select id, version from person where username = 'nongdan.mada'`,
  )
  const body = await idOfBody(app, 'Hội Nông dân xã Mã Đà')
  const held = await one(app, sql<{ id: number }>`select id from role_held where person_id = ${id}`)
  const at = { id, expectedVersion: version }
  const role = { role: 'reporter', bodyId: body.id, from: '2024-01-01' }
  return {
    'people.changePassword': { oldPassword: 'không phải mật khẩu này', password: 'mật khẩu mới dài' },
    'sessions.end': { id: 1 },
    'trustedDevices.end': { id: 1 },
    'secondStep.confirm': { code: '000000' },
    'passkeys.add': { key: 'không có', name: 'Điện thoại', response: '{}' },
    'passkeys.rename': { id: 1, name: 'Máy ở nhà' },
    'passkeys.remove': { id: 1 },
    'identity.link': { key: 'không có' },
    'people.resetSecondStep': at,
    'people.inviteIdentity': { ...at, identityName: 'nongdan.mada' },
    'people.endIdentity': at,
    'reminderPolicy.change': {
      ...{ steps: '5, 1, -2', catchUpDays: 2, aheadDays: 10, lateDays: 30, digestHour: 6, staleDays: 5 },
      ...{ basis: 'Quy chế làm việc của Ban', expectedVersion: 1 },
    },
    'signInPolicy.change': {
      secondStepRoles: ['administrator'],
      trustedDeviceDays: 7,
      stepMinutes: 10,
      freshMinutes: 15,
      recoveryCodes: 10,
      providerSeconds: 8,
      invitationDays: 14,
      basis: 'Quy chế an toàn thông tin',
      expectedVersion: 1,
    },
    'tokens.create': { name: 'thử', scopes: ['read'], expiresOn: '2026-12-31' },
    'tokens.revoke': { id: 1 },
    'people.create': { name: 'Phó Chủ tịch Hội Nông dân xã Mã Đà', ...role },
    'people.import': { text: 'họ tên\ttên đăng nhập\tđơn vị\tvai trò\ttừ ngày', dryRun: true },
    'people.show': { id },
    'people.setMail': { ...at, address: 'mada@vinhcuu.example.vn' },
    'notices.choose': { address: 'toi@vinhcuu.example.vn', choice: 'digest' },
    'people.rename': { ...at, name: 'Chủ tịch Hội Nông dân xã Mã Đà (giả định)' },
    'people.resetPassword': at,
    'people.disable': at,
    'people.enable': at,
    'roles.grant': { id, ...role, from: '2024-06-01', expectedVersion: version },
    'roles.end': { id: held.id, lastDay: '2026-12-31', expectedVersion: version },
    'deputies.set': {
      id: held.id,
      deputyId: await idOfPerson(app, 'phunu.mada'),
      from: '2026-12-01',
      to: '2026-12-10',
      reason: 'đi học',
    },
    'deputies.end': { id: 1 },
    'setup.look': { token: 'không có' },
    'setup.begin': { token: 'không có', name: 'Quản trị', username: 'quantri2', password: 'một mật khẩu thật dài' },
  }
}

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

async function programmeInputs(app: App): Promise<Inputs> {
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

async function publicInputs(app: App): Promise<Inputs> {
  const desk = await idOfBody(app, 'Ủy ban nhân dân phường Tân Triều')
  const shown = await one(
    app,
    sql<{ id: number; version: number }>`select submission_id as id, version from submission_public
      order by submission_id limit 1`,
  )
  const seen = { id: shown.id, expectedVersion: shown.version }
  return {
    'submissions.publishDraft': { id: shown.id },
    'submissions.publish': { ...seen, text: 'Nắp cống trước chợ bị vỡ.' },
    'submissions.unpublish': { ...seen, reason: 'Người gửi đề nghị thôi công khai.' },
    'publicCases.show': { id: shown.id },
    'publicCases.photo': { id: shown.id, file: 1 },
    'geoReport.definition': { service_code: 'road' },
    'geoReport.request': { service_request_id: String(shown.id) },
    'geoReport.token': { token: 'AAAA-AAAA' },
    'geoReport.send': { service_code: 'road', address_string: 'Trước cổng chợ' },
    'geoReport.issueKey': { desk: desk.id, name: 'Hệ thống thử' },
    'geoReport.revokeKey': { id: 1 },
  }
}

async function callInputs(app: App): Promise<Inputs> {
  const committee = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  const { id: call, version } = await one(
    app,
    sql<{ id: number; version: number }>`select id, version from call order by id limit 1`,
  )
  const silent = await idOfBody(app, 'Khối dân vận xã Mã Đà')
  const waiting = await one(
    app,
    sql<{
      body: number
      version: number
      working: number
    }>`select body_id as body, version, working_id as working from answer where stage = 'submitted' limit 1`,
  )
  const seen = { id: call, expectedVersion: version }
  const typed = { call, body: silent.id, expectedVersion: 0, texts: { situationPeople: 'Bà con đồng tình.' } }
  const step = { call, body: waiting.body, expectedVersion: waiting.version }
  const item = `${waiting.working}.1`
  return {
    'calls.create': { body: committee.id, kind: 'quick', year: 2024, dueOn: '2024-03-01' },
    'calls.show': { id: call },
    'calls.candidates': { id: call },
    'calls.edit': {
      ...seen,
      title: 'Đề cương thử',
      dueOn: '2023-12-20',
      sections: [{ key: 'overview', heading: 'Tình hình' }],
    },
    'calls.issue': seen,
    'calls.close': seen,
    'calls.reopen': seen,
    'answers.open': { call, body: silent.id },
    'answers.save': typed,
    'answers.submit': typed,
    'answers.takeBack': step,
    'answers.return': { ...step, reason: 'đề nghị xem lại' },
    'answers.accept': step,
    'answers.reopen': { ...step, reason: 'đề nghị xem lại' },
    'calls.section': { id: call, section: 'weaknesses' },
    'groups.make': { call, section: 'weaknesses', label: 'Thủ tục đất đai còn chậm', items: [item] },
    'groups.dissolve': { call, group: 1 },
  }
}

async function collectionInputs(app: App): Promise<Inputs> {
  const committee = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  const silent = await idOfBody(app, 'Khối dân vận xã Mã Đà')
  const collectionAt = (stage: string) =>
    one(
      app,
      sql<{
        id: number
        version: number
      }>`select id, version from collection where stage = ${stage} order by id limit 1`,
    )
  const [draft, sent] = [await collectionAt('draft'), await collectionAt('issued')]
  const waiting = await one(
    app,
    sql<{
      body: number
      version: number
    }>`select body_id as body, version from reply where stage = 'submitted' limit 1`,
  )
  const drafted = { id: draft.id, expectedVersion: draft.version }
  const seen = { id: sent.id, expectedVersion: sent.version }
  const at = { collection: sent.id, body: silent.id, expectedVersion: 0 }
  const step = { collection: sent.id, body: waiting.body, expectedVersion: waiting.version }
  const head = { title: 'Thu thập thử', dueAt: '2027-01-05T16:30:00+07:00' }
  const file = (await workbook(app.db)).toString('base64')
  return {
    'collections.create': { body: committee.id, ...head, file },
    'collections.show': { id: sent.id },
    'collections.edit': { ...drafted, ...head },
    'collections.marking': { id: sent.id },
    'collections.mark': {
      ...drafted,
      sheet: 'Biểu 1',
      mode: 'copies',
      areas: [{ range: 'C6:C7' }],
      bodies: [silent.id],
    },
    'collections.issue': drafted,
    'collections.close': seen,
    'collections.reopen': seen,
    'collections.discard': drafted,
    'collections.original': { id: sent.id },
    'collections.filled': { id: sent.id },
    'replies.open': at,
    'replies.file': at,
    'replies.save': at,
    'replies.upload': { ...at, file },
    'replies.submit': at,
    'replies.takeBack': step,
    'replies.return': { ...step, reason: 'đề nghị xem lại' },
    'replies.accept': step,
    'replies.reopen': { ...step, reason: 'đề nghị xem lại' },
  }
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function reportInputs(app: App): Promise<Inputs> {
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
