// One duty, both of whose bodies end, in July and in October, handed over by one paper: no month in between is lost.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { create as createBody } from '../../bodies/body.create.ts'
import { show as showBody } from '../../bodies/body.operations.ts'
import { succeed } from '../../bodies/body.succeed.ts'
import { placeAt } from '../../places/place.read.ts'
import { operator } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { must } from '../../shared/result.ts'
import { app, committees, done, form, ha, party, phuLy } from './merger.cast.ts'

const [receiver, later] = [committees.get('26173')!, committees.get('26170')!]

async function end(id: Id<'body'>, to: number, on: string) {
  const { version } = must(await showBody.ask(app, operator, { id, on: '2026-06-30' }))
  const input = { id, expectedVersion: version, kind: 'merged', toIds: [to], on }
  must(await succeed.ask(app, operator, input))
}

const dutiesOf = async (body: number) =>
  (
    await sql`select to_body_id as to, valid_from as from, valid_to as until from duty
      where form_id = ${form} and body_id = ${body} order by valid_from nulls first`.execute(app.db)
  ).rows

for (const order of ['sender first', 'receiver first'] as const)
  test(`the union ends in July, its receiver in October (${order}): the heir owes to one, then to the other`, async () => {
    const placeId = (await placeAt(app.db, '26173', '2026-06-30'))!.placeId
    const heir = must(
      await createBody.ask(app, operator, {
        ...{ organisation: 'farmersUnion', name: `Hội Nông dân liên xã, ${order}`, placeId, parentId: party },
      }),
    ).id as number
    const [union, committee] = order === 'sender first' ? [phuLy, receiver] : [second.union, second.committee]
    await done(operator, 'duties.assign', { form, lines: [{ body: union, to: committee }] })
    await end(union, heir, '2026-07-01')
    await end(committee, later, '2026-10-01')
    app.setNow('2026-10-02T09:00:00+07:00')
    const lines = [
      { from: union, to: heir },
      { from: committee, to: later },
    ]
    await done(ha, 'handOvers.save', {
      ...{ number: `${order}/BB`, dated: '2026-10-02', lines: order === 'sender first' ? lines : lines.toReversed() },
    })
    assert.deepEqual((await dutiesOf(union)).at(-1), { to: committee, from: null, until: '2026-06-30' })
    assert.deepEqual(await dutiesOf(heir), [
      { to: committee, from: '2026-07-01', until: '2026-09-30' },
      { to: later, from: '2026-10-01', until: null },
    ])
  })

const placed = async (organisation: string, name: string, parentId: number) =>
  must(
    await createBody.ask(app, operator, {
      ...{ organisation, name, placeId: (await placeAt(app.db, '26173', '2026-06-30'))!.placeId, parentId },
    }),
  ).id as Id<'body'>
const committee = await placed('partyCommittee', 'Đảng ủy thứ hai xã Phú Lý', party)
const second = { committee, union: await placed('farmersUnion', 'Hội Nông dân thứ hai xã Phú Lý', party) }
