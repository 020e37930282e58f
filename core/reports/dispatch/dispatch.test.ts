// Stories of an issued report that goes out: to bodies here, to others by hand, and who says that it came.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { create as createBody } from '../../bodies/body.create.ts'
import { list as listBodies, show as showBody } from '../../bodies/body.operations.ts'
import { succeed } from '../../bodies/body.succeed.ts'
import { recall } from '../../documents/notice.operations.ts'
import { wordsOfAsked } from '../../mail/asked.ts'
import { news } from '../../mail/told.operations.ts'
import { operator } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { openCast, type Answer } from '../report.cast.ts'

const { app, as, done, refused, programme } = await openCast('2024-01-03T08:00:00+07:00')
const { reports } = await done('vanthu', 'list', { programme })
const id = reports.find((one: Answer) => one.stage === 'issued').id as number
const women = await as('phunu.mada').then((actor) => (actor.kind === 'person' ? actor.roles[0]!.bodyId : 0))
const lines = async () => (await done('vanthu', 'dispatches', { id })).dispatches as Answer[]

test('the clerk sends it, to bodies here and to others; wrong days, nobody, and twice are said', async () => {
  const to = { id, way: 'platform', bodies: [women] }
  assert.equal((await refused('truongban', 'dispatch', to)).code, 'role-needed')
  assert.match((await refused('vanthu', 'dispatch', { ...to, sentOn: '2023-12-01' })).said, /không trước ngày văn bản/)
  assert.match((await refused('vanthu', 'dispatch', { ...to, bodies: [] })).said, /Chọn ít nhất một đơn vị/)
  assert.match(
    (await refused('vanthu', 'dispatch', { ...to, recipients: 'Báo Đồng Nai' })).said,
    /không có trên nền tảng/,
  )
  assert.deepEqual(await done('vanthu', 'dispatch', to), { report: id, sent: 1, before: 0 })
  assert.equal((await refused('vanthu', 'dispatch', to)).code, 'sent-before')
  const paper = { id, way: 'paper', recipients: '- Báo Đồng Nai\n- Đài Phát thanh huyện' }
  assert.equal((await done('vanthu', 'dispatch', paper)).sent, 2)
})

test('who got it here is told, opens it as it was issued, and confirms once', async () => {
  const told = must(await news.ask(app, await as('phunu.mada'), {})).news.find((one) => one.topic === 'dispatch.send')!
  const { arrived } = await done('phunu.mada', 'arrived', {})
  const { dispatch } = arrived[0]
  assert.equal(told.path, `/bao-cao/nhan/${dispatch}`)
  const file = await done('phunu.mada', 'openArrived', { dispatch, format: 'html' })
  assert.match(file.content, /12-BC\/HU/)
  assert.equal((await refused('phunu.phuly', 'openArrived', { dispatch, format: 'html' })).code, 'not-sent-to-you')
  assert.equal((await refused('phunu.phuly', 'receive', { dispatch })).code, 'not-sent-to-you')
  assert.equal((await refused('vanthu', 'receive', { dispatch })).code, 'not-sent-to-you')
  const early = await refused('phunu.mada', 'receive', { dispatch, receivedOn: '2023-12-30' })
  assert.match(early.said, /không trước ngày gửi/)
  assert.equal((await done('phunu.mada', 'receive', { dispatch })).receivedOn, '2024-01-03')
  assert.equal((await refused('phunu.mada', 'receive', { dispatch })).code, 'received-before')
})

test('the receipt of paper is noted by the clerk, not by another recipient', async () => {
  const paper = (await lines()).find((one) => one.recipient === 'Báo Đồng Nai')!
  assert.equal((await refused('phunu.mada', 'receive', { dispatch: paper.id })).code, 'not-sent-to-you')
  await done('vanthu', 'receive', { dispatch: paper.id })
  const got = (await lines()).filter(({ receivedOn }) => receivedOn).map(({ recipient }) => recipient)
  assert.ok(got.includes('Báo Đồng Nai') && got.length === 3)
})

test('two clerks confirm the same line at once: one of them is told', async () => {
  const other = (await lines()).find((one) => one.recipient === 'Đài Phát thanh huyện')!
  const both = await Promise.allSettled([1, 2].map(() => done('vanthu', 'receive', { dispatch: other.id })))
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('two bodies of one name both get it, each told apart by its place; sent again under a new name it is the same body', async () => {
  const bodyOf = async (who: string) => {
    const actor = await as(who)
    return actor.kind === 'person' ? actor.roles[0]!.bodyId : (0 as never)
  }
  const twins = [await bodyOf('nongdan.mada'), await bodyOf('nongdan.phuly')]
  const call = (name: string, bodies: typeof twins) =>
    app.db.updateTable('body_version').set({ name }).where('body_id', 'in', bodies).execute()
  await call('Hội Nông dân xã Tân Lập', twins)
  const to = { id, way: 'platform', bodies: twins }
  assert.deepEqual(await done('vanthu', 'dispatch', to), { report: id, sent: 2, before: 0 })
  for (const who of ['nongdan.mada', 'nongdan.phuly']) assert.equal((await done(who, 'arrived', {})).arrived.length, 1)
  await call('Hội Nông dân xã Tân Lập Một', twins.slice(0, 1))
  assert.equal((await refused('vanthu', 'dispatch', { ...to, bodies: twins.slice(0, 1) })).code, 'sent-before')
  const { candidates } = await done('vanthu', 'dispatches', { id })
  assert.equal(new Set(candidates.map(({ name }: Answer) => name)).size, candidates.length, 'no two look the same')
})

test('after a merger a new body bears the name of one that has it already, and after the next another: each gets it, told apart', async () => {
  const name = 'Hội Cựu chiến binh xã Mã Đà'
  const list = async () =>
    must(await listBodies.ask(app, operator, { q: name, on: '2024-01-03' })).bodies.find((one) => one.name === name)!
  const first = await list()
  const marks = []
  for (const on of ['2024-01-02', '2024-01-03', null]) {
    const { bodyId, placeId, organisation, parentId } = await list()
    const { sent } = await done('vanthu', 'dispatch', { id, way: 'platform', bodies: [bodyId] })
    marks.push([sent, (await lines()).find((one) => one.body === bodyId)!.recipient])
    if (on === null) break
    const { version } = must(await showBody.ask(app, operator, { id: bodyId }))
    must(await succeed.ask(app, operator, { id: bodyId, expectedVersion: version, kind: 'dissolved', toIds: [], on }))
    must(
      await createBody.ask(app, operator, {
        organisation,
        name,
        placeId,
        parentId: parentId ?? undefined,
        validFrom: on,
      }),
    )
  }
  assert.deepEqual(marks, [
    [1, name],
    [1, `${name} (đơn vị mới)`],
    [1, `${name} (đơn vị mới thứ 2)`],
  ])
  assert.equal((await lines()).find((one) => one.body === first.bodyId)!.recipient, name, 'what was written stays')
})

test('a recalled report is sent to nobody any more, and announced to nobody', async () => {
  app.setNow('2024-01-10T08:00:00+07:00')
  const { line } = await done('vanthu', 'signed', { id })
  const waiting = (await done('nongdan.mada', 'arrived', {})).arrived[0]
  const letter = () => {
    const payload = { dispatch: waiting.dispatch, title: waiting.title, body: waiting.body }
    return wordsOfAsked(app.db, { topic: 'dispatch.send', payload, today: '2024-01-10' })
  }
  assert.match((await letter())!.subject, /^Báo cáo mới/)
  must(await recall.ask(app, await as('vanthu'), { id: line, reason: 'ban hành khi chưa đủ ý kiến' }))
  assert.equal(await letter(), null, 'a letter that had not gone out says nothing any more')
  const late = await refused('vanthu', 'dispatch', { id, way: 'paper', recipients: 'Báo Nhân Dân' })
  assert.deepEqual([late.code, /đã bị thu hồi/.test(late.said)], ['recalled', true])
})

test('what came long ago is still opened, behind two hundred newer ones', async () => {
  const { dispatch } = (await done('phunu.mada', 'arrived', {})).arrived[0]
  await sql`insert into report_dispatch (report_id, body_id, recipient, way, sent_on, sent_at)
    select ${id}, ${women}, 'Nơi nhận ' || i, 'platform', '2024-01-11', now() from generate_series(1, 210) i`.execute(
    app.db,
  )
  assert.ok(!(await done('phunu.mada', 'arrived', {})).arrived.some((one: Answer) => one.dispatch === dispatch))
  assert.match((await done('phunu.mada', 'arrivedPaper', { dispatch })).html, /12-BC\/HU/)
})
