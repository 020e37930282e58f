// Examples about assessments: each move on a sheet of the sample that stands where it can be made.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { addUnits, launch } from '../../assessments/assessment.operations.ts'
import { reopen } from '../../assessments/decision.operations.ts'
import { enterPaper } from '../../assessments/paper.operations.ts'
import { addEvidence } from '../../assessments/evidence.operations.ts'
import { operator } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { one, type Inputs } from './found.ts'

interface Found {
  id: number
  expectedVersion: number
}
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const note = 'Bổ sung kế hoạch dân vận của năm.'
const signed = { on: '2023-12-12', signerPost: 'Trưởng Ban Chỉ đạo' }

export async function assessmentInputs(app: App): Promise<Inputs> {
  const led = await one(
    app,
    sql<Found & { body: number; year: number }>`select id, version as "expectedVersion", body_id as body, year
      from assessment where purpose = 'agency' limit 1`,
  )
  const at = (stage: string) =>
    one(
      app,
      sql<Found & { set: number }>`select id, version as "expectedVersion", set_id as set from scoresheet
        where assessment_id = ${led.id} and stage = ${stage} order by id limit 1`,
    )
  const seen = ({ id, expectedVersion }: Found) => ({ id, expectedVersion })
  const begun = await at('due')
  const files = [{ name: 'ke-hoach.png', content: png }]
  const added = { ...seen(begun), no: 1, title: 'Kế hoạch năm', files }
  const { evidence, version } = must(await addEvidence.ask(app, operator, added))
  const open = await at('decided')
  const again = must(await reopen.ask(app, operator, { ...seen(open), note }))
  const [due, sent, decided] = [{ ...begun, expectedVersion: version }, await at('sent'), await at('decided')]
  const excused = await one(
    app,
    sql<Found>`select id, version as "expectedVersion" from scoresheet where stage = 'excused' order by id limit 1`,
  )
  // Nobody signs in for these two: one came on paper already.
  const { body } = await one(
    app,
    sql<{ body: number }>`select v.body_id as body from body_version v
      join role_held r on r.body_id = v.body_id and r.role = 'head' where v.valid_to is null
        and (select count(*) from body_version s where s.place_id = v.place_id and s.valid_to is null and s.body_id <> v.body_id
          and not exists (select from role_held o where o.body_id = s.body_id)) > 1
      order by v.body_id limit 1`,
  )
  const next = { body, purpose: 'agency', year: 2031, dueOn: '2031-11-25' }
  const launched = must(await launch.ask(app, operator, next))
  const { rows: silentBodies } = await sql<{ id: number }>`select v.body_id as id from body_version v
    join assessment a on a.id = ${launched.id} and a.place_id = v.place_id and v.body_id <> a.body_id
    where v.valid_to is null and not exists (select from role_held r where r.body_id = v.body_id)
    order by v.body_id limit 2`.execute(app.db)
  const bodies = silentBodies.map(({ id }) => id)
  must(await addUnits.ask(app, operator, { id: launched.id, expectedVersion: launched.version, bodies }))
  const { rows: silent } = await sql<Found>`select id, version as "expectedVersion" from scoresheet
    where assessment_id = ${launched.id} order by id`.execute(app.db)
  const [unwritten, onPaper] = silent as [Found, Found]
  const scoresOf = async ({ id }: Found) => {
    const { rows } = await sql<{ no: number; most: number }>`select c.no, c.most::float8 from criterion c
      join scoresheet s on s.set_id = c.set_id where s.id = ${id} order by c.no`.execute(app.db)
    return rows.map(({ no, most }) => ({ no, points: most, met: true, note: '', proof: '' }))
  }
  const paper = { number: '07/BC', dated: '2023-11-20', files }
  const entered = { ...paper, ...seen(onPaper), scores: await scoresOf(onPaper) }
  const stands = must(await enterPaper.ask(app, operator, entered))
  const free = await one(
    app,
    sql<{ id: number }>`select v.body_id as id from body_version v
    join assessment a on a.id = ${led.id} and a.place_id = v.place_id and v.body_id <> a.body_id
    where not exists (select from scoresheet s where s.assessment_id = a.id and s.body_id = v.body_id)
    order by v.body_id limit 1`,
  )
  const { rows: criteria } = await sql<{ no: number; most: number }>`
    select no, most::float8 from criterion where set_id = ${due.set} order by no`.execute(app.db)
  const scores = criteria.map(({ no, most }) => ({ no, points: most, met: true, note: '', proof: `Hồ sơ mục ${no}` }))
  const found = { on: '2023-12-04', team: 'Tổ thẩm định của Ban Chỉ đạo', minutes: '05/BB' }
  return {
    'assessments.list': {},
    'assessments.launch': { body: led.body, purpose: 'government', year: led.year, dueOn: '2023-11-25' },
    'assessments.show': { id: led.id },
    'assessments.addUnits': { ...seen(led), bodies: [free.id] },
    'assessments.urge': seen(led),
    'assessments.decide': {
      id: led.id,
      sheets: [`${again.id}.${again.version}`],
      decision: '12-QĐ/BCĐ',
      ...signed,
    },
    'scoresheets.open': { id: due.id },
    'scoresheets.save': { ...seen(due), scores: scores.slice(0, 2) },
    'scoresheets.submit': { ...seen(due), scores },
    'scoresheets.addEvidence': { ...added, ...seen(due) },
    'scoresheets.removeEvidence': { ...seen(due), evidence },
    'scoresheets.openEvidence': { id: due.id, evidence },
    'scoresheets.enterPaper': { ...paper, ...seen(unwritten), scores: await scoresOf(unwritten) },
    'scoresheets.openScan': { id: onPaper.id },
    'scoresheets.object': { id: onPaper.id, expectedVersion: stands.version, note },
    'scoresheets.takeBack': seen(sent),
    'scoresheets.giveBack': { ...seen(sent), note },
    'scoresheets.verify': { ...seen(sent), ...found, scores: scores.map((one) => ({ ...one, note: 'theo hồ sơ' })) },
    'scoresheets.excuse': { ...seen(due), note },
    'scoresheets.include': { ...seen(excused), note },
    'scoresheets.reopen': { ...seen(decided), note },
    'publicAssessments.list': { year: led.year },
  }
}
