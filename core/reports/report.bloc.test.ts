// Stories of a bloc that reports on its own commune: its figures, its annex, its own words and signer; nobody else's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { create as createSeries } from '../documents/series.operations.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { end as endRole } from '../people/role.operations.ts'
import { must } from '../shared/result.ts'
import { verifyLayout } from './layout/check.ts'
import { writtenSections } from './outline.ts'
import { openCast, type Answer } from './report.cast.ts'
import { verifyReport } from './verify.ts'

const { app, as, done, refused, programme } = await openCast()
const bodyOf = async (who: string) => {
  const actor = await as(who)
  return actor.kind === 'person' ? actor.roles[0]!.bodyId : (0 as never)
}
const bloc = await bodyOf('khoi.tanan')
const asked = { programme, kind: 'final', body: bloc }
const { report: id, version } = await done('khoi.tanan', 'create', asked)

test('it is made for the bloc by its own people alone', async () => {
  assert.equal((await refused('khoi.phuly', 'create', { ...asked, kind: 'interim' })).code, 'not-your-report')
  assert.equal((await refused('chuyenvien', 'create', { ...asked, kind: 'interim' })).code, 'not-your-report')
  const women = { ...asked, body: await bodyOf('phunu.tanan') }
  assert.equal((await refused('khoi.tanan', 'create', women)).code, 'invalid-input')
  assert.equal((await refused('khoi.tanan', 'create', asked)).code, 'already-on-the-way')
  const { report } = await done('khoi.tanan', 'show', { id })
  assert.deepEqual([report.bodyName, report.issuedAtPlace], ['Khối dân vận xã Tân An', 'Tân An'])
})

test('its figures are those of its commune, by organisation in the annex, and a saved file adds up again', async () => {
  const trace = await done('khoi.tanan', 'trace', { id })
  const bodies = new Set<string>(
    trace.figures.flatMap((figure: Answer) => figure.inputs.map((input: Answer) => input.place?.name ?? input.place)),
  )
  assert.ok(bodies.size <= 1, [...bodies].join())
  const file = await done('khoi.tanan', 'render', { id, format: 'html' })
  const plain = file.content.replaceAll(/<[^>]+>/g, '')
  assert.match(plain, /Kết quả theo tổ chức/)
  assert.match(plain, /Hội Nông dân/)
  const verdict = await verifyReport(app.db, Buffer.from(file.content), '2023-12-22')
  assert.deepEqual(verdict!.mismatches, [])
  assert.ok(verdict!.figures > 0)
  assert.equal((await done('khoi.tanan', 'show', { id })).stale.changed, false)
})

test('its own answer to a call is taken in as text, other units’ are not', async () => {
  const { answers } = await done('khoi.tanan', 'ownAnswers', { id })
  const one = answers[0]!
  const section = writtenSections('final')[0]!.key
  const to = { id, section, call: one.call, callSection: one.section, expectedVersion: 0 }
  await done('khoi.tanan', 'merge', { ...to, items: one.items })
  const { sections } = await done('khoi.tanan', 'show', { id })
  assert.ok(sections.find((each: Answer) => each.key === section).text.includes(one.text.split('\n')[0]))
  const foreign = await app.db
    .selectFrom('answer_text')
    .innerJoin('answer_version', 'answer_version.id', 'version_id')
    .innerJoin('answer', 'answer.id', 'answer_id')
    .select('version_id')
    .where('body_id', '<>', bloc)
    .where('section', '=', one.section)
    .executeTakeFirstOrThrow()
  const stolen = { ...to, expectedVersion: 1, items: [`${foreign.version_id}.1`] }
  assert.equal((await refused('khoi.tanan', 'merge', stolen)).code, 'answers-changed')
})

test('all its answers of the same period fill what nobody has written, once; what is written stays', async () => {
  const before = await done('khoi.tanan', 'show', { id })
  const fitting = (await done('khoi.tanan', 'ownAnswers', { id })).answers.filter((one: Answer) => one.fits)
  assert.ok(fitting.length >= 3)
  assert.equal((await refused('chuyenvien', 'takeOwnAnswers', { id })).code, 'not-your-report')
  const asked = await Promise.allSettled([1, 2].map(() => done('khoi.tanan', 'takeOwnAnswers', { id })))
  assert.deepEqual(asked.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const after = await done('khoi.tanan', 'show', { id })
  const { passages } = await done('khoi.tanan', 'sources', { id })
  for (const { section, text } of fitting) {
    const own = after.sections.find((each: Answer) => each.key === section)
    const lines = own.text.split('\n').map((line: string) => line.replace(/^- /, ''))
    assert.deepEqual(
      lines,
      text.split('\n').map((line: string) => line.replace(/^- /, '')),
    )
    const sourced = passages.filter((one: Answer) => one.section === section && one.unchanged)
    assert.equal(sourced.length, lines.length)
  }
  for (const own of before.sections)
    if (own.version > 0) assert.deepEqual(after.sections.find((each: Answer) => each.key === own.key).text, own.text)
  const again = await refused('khoi.tanan', 'takeOwnAnswers', { id })
  assert.equal(again.code, 'nothing-fits')
})

test('the district reads it, another bloc does not; the preview of the programme stays the district’s', async () => {
  await done('chuyenvien', 'show', { id })
  assert.equal((await refused('khoi.phuly', 'show', { id })).code, 'not-your-report')
  assert.deepEqual(
    (await done('khoi.tanan', 'list', {})).reports.map((one: Answer) => one.id),
    [id],
  )
  assert.deepEqual((await done('khoi.phuly', 'list', {})).reports, [])
  const { content } = await done('chuyenvien', 'preview', { programme, kind: 'final' })
  assert.match(content, /12-BC\/HU/)
  assert.ok(version)
})

test('month and quarter reports have outlines of their own', async () => {
  for (const [kind, period, name] of [
    ['quarter', '2023-Q4', /quý IV năm 2023/],
    ['month', '2023-12', /tháng 12 năm 2023/],
  ]) {
    const made = await done('chuyenvien', 'create', { programme, kind, period })
    const { content } = await done('chuyenvien', 'render', { id: made.report, format: 'html' })
    assert.match(content.replaceAll(/<[^>]+>/g, ''), name as RegExp)
    assert.match(content, /VIỆC MỚI PHÁT SINH/)
  }
})

test('a colleague accepts it, its head signs in person, its clerk numbers it in a register of its own', async () => {
  const people = [
    ['pho.khoi.tanan', 'Phó Trưởng khối dân vận xã Tân An', 'head'],
    ['vanthu.tanan', 'Văn thư Đảng ủy xã Tân An', 'clerk'],
  ] as const
  await app.db.transaction().execute(async (tx) => {
    for (const [username, name, role] of people) {
      const roles = [{ role, bodyId: bloc, validFrom: '2023-01-01' }]
      await insertPerson(tx, { username, name, passwordHash: 'none', roles, at: app.clock() })
    }
  })
  const step = async (who: string, name: string) => {
    const { report } = await done('khoi.tanan', 'show', { id })
    return done(who, name, { id, expectedVersion: report.version })
  }
  const { sections } = await done('khoi.tanan', 'show', { id })
  for (const { key, version, make } of sections)
    if (version === 0 && !make)
      await done('khoi.tanan', 'writeText', { id, section: key, text: 'Không có.', expectedVersion: 0 })
  await step('khoi.tanan', 'submit')
  const now = (await done('khoi.tanan', 'show', { id })).report.version
  assert.equal((await refused('khoi.tanan', 'accept', { id, expectedVersion: now })).code, 'own-report')
  assert.equal((await refused('truongban', 'accept', { id, expectedVersion: now })).code, 'head-only')
  await step('pho.khoi.tanan', 'accept')
  await step('khoi.tanan', 'sign')
  const signed = (await done('khoi.tanan', 'show', { id })).report
  assert.deepEqual([signed.stage, signed.signAuthority, signed.signerTitle], ['signed', 'direct', 'Trưởng khối'])
  const series = { body: bloc, kind: 'BC', symbol: 'BC/KDV', validFrom: '2023-01-01', validTo: '2025-06-30' }
  must(await createSeries.ask(app, await as('vanthu.tanan'), series))
  assert.equal((await refused('khoi.tanan', 'issue', { id, expectedVersion: signed.version })).code, 'role-needed')
  assert.equal((await step('vanthu.tanan', 'issue')).number, '01-BC/KDV')
  const paper = await done('khoi.tanan', 'render', { id, format: 'docx' })
  const verdict = await verifyLayout(Buffer.from(paper.content, 'base64'))
  assert.deepEqual(
    verdict!.findings.filter(({ ok }) => !ok),
    [],
  )
})

test('when its officer leaves, his drafts of the bloc go to the colleague named', async () => {
  const { report } = await done('khoi.tanan', 'create', { ...asked, kind: 'interim' })
  const [leaves, stays] = [await as('khoi.tanan'), await as('pho.khoi.tanan')]
  assert.ok(leaves.kind === 'person' && stays.kind === 'person')
  const { personId } = leaves
  const role = await app.db
    .selectFrom('role_held')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['role_held.id', 'person.version as expectedVersion'])
    .where('person_id', '=', personId)
    .where('body_id', '=', bloc)
    .executeTakeFirstOrThrow()
  const ending = { ...role, lastDay: '2023-12-31', handOverTo: stays.personId }
  must(await endRole.ask(app, await as('quantri'), ending))
  assert.equal((await done('pho.khoi.tanan', 'show', { id: report })).report.drafterName, stays.name)
})

test('the programme of a committee that ended before the period did is still previewed', async () => {
  const { body_id: committee } = await app.db
    .selectFrom('programme')
    .select('body_id')
    .where('id', '=', programme)
    .executeTakeFirstOrThrow()
  await app.db.updateTable('body_version').set({ valid_to: '2023-06-30' }).where('body_id', '=', committee).execute()
  const { content } = await done('chuyenvien', 'preview', { programme, kind: 'quarter', period: '2023-Q3' })
  assert.match(content.replaceAll(/<[^>]+>/g, ''), /HUYỆN ỦY VĨNH CỬU/i)
})
