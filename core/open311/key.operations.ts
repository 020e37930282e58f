// Keys with which other systems send by Open311: given to one system for one desk, shown once, revoked at any time.
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { reachesBody, reachOf } from '../people/person.steps.ts'
import type { Actor } from '../shared/actor.ts'
import { instantSchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem } from '../shared/result.ts'
import { desksWithin, isDesk } from './desk.store.ts'
import * as store from './key.store.ts'
import { usualPace } from './pace.ts'

const administrators = { roles: ['administrator'] } as const

/** Of a key only this is kept: it has 192 random bits, so nobody tries them all. */
export const hashOfKey = (key: string) => createHash('sha256').update(key).digest('base64url')

const keyShown = z.object({
  id: z.number().int(),
  desk: z.string(),
  name: z.string(),
  prefix: z.string().meta({ description: 'các ký tự đầu của khoá, để nhận ra' }),
  createdAt: instantSchema,
  revokedAt: instantSchema.nullable(),
  sent: z.number().int().meta({ description: 'số việc đã gửi bằng khoá này' }),
  lastUsedAt: instantSchema.nullable().meta({ description: 'gửi lần cuối lúc nào' }),
  burst: z.number().int().meta({ description: 'gửi dồn được bao nhiêu lần' }),
  aMinute: z.number().int().meta({ description: 'sau đó mỗi phút bao nhiêu lần' }),
})

export const listKeys = reading({
  name: 'geoReport.listKeys',
  summary: 'Khoá Open311 đã cấp cho hệ thống khác, ở những nơi nhận tôi quản trị',
  http: { method: 'GET', path: '/open311/keys' },
  who: administrators,
  input: z.object({}),
  output: z.object({
    keys: z.array(keyShown),
    desks: z
      .array(z.object({ id: z.number().int(), name: z.string() }))
      .meta({ description: 'các nơi nhận tôi quản trị, cấp khoá được' }),
  }),
  async run({ db, actor, today }) {
    const reach = await reachOf(db, actor, today)
    const mine = ({ deskId }: { deskId: Id<'body'> }) => reach?.has(deskId) ?? true
    const desks = (await desksWithin(db, null, today)).filter(mine)
    return ok({
      keys: (await store.allKeys(db)).filter(mine),
      desks: desks.map(({ deskId, name }) => ({ id: deskId, name })),
    })
  },
})

const pace = (usual: number) => z.coerce.number().int().min(1).max(10_000).default(usual)

export const issueKey = writing({
  name: 'geoReport.issueKey',
  summary: 'Cấp khoá Open311 cho một hệ thống khác gửi phản ánh đến một nơi nhận; khoá chỉ hiện một lần',
  http: { method: 'POST', path: '/open311/keys' },
  who: administrators,
  input: z.object({
    desk: idOf('body').meta({ description: 'nơi nhận những việc không nằm trong ranh giới của nơi nhận nào khác' }),
    name: z.string().trim().max(100).default('').meta({ description: 'cấp cho hệ thống nào' }),
    burst: pace(usualPace.burst).meta({ description: 'gửi dồn được bao nhiêu lần' }),
    aMinute: pace(usualPace.aMinute).meta({ description: 'sau đó mỗi phút bao nhiêu lần' }),
  }),
  output: z.object({ id: z.number().int(), key: z.string().meta({ description: 'chỉ hiện lần này' }) }),
  async run(context, { desk, name, burst, aMinute }) {
    const { db, actor, today, now } = context
    if (!(await reachesBody(db, actor, { bodyId: desk, today }))) return notYourDesk
    const faults = [...(name === '' ? [nameNeeded] : []), ...((await isDesk(db, desk, today)) ? [] : [noDesk])]
    if (faults.length > 0) return invalid(faults)
    const key = `gr_${randomBytes(24).toString('base64url')}`
    const by = actor.kind === 'person' ? actor.personId : null
    const made = { deskId: desk, name, prefix: key.slice(0, 9), hash: hashOfKey(key), burst, aMinute, by, now }
    const id = await store.insertKey(db, made)
    await context.record({ noun: 'open311_key', id, move: 'issue', changes: { desk, name, burst, aMinute } })
    return ok({ id, key })
  },
})

export const revokeKey = writing({
  name: 'geoReport.revokeKey',
  summary: 'Thu hồi một khoá Open311: từ lúc đó không gửi và không hỏi riêng được nữa; việc đã gửi vẫn giải quyết',
  http: { method: 'DELETE', path: '/open311/keys/{id}' },
  who: administrators,
  input: z.object({ id: idOf('open311_key') }),
  output: z.object({ id: z.number().int() }),
  async run({ db, actor, now, today, record }, { id }) {
    const known = await ownKey({ db, actor, today }, id)
    if (!known) return noSuchKey
    if (!(await store.revokeKey(db, id, now))) return revokedAlready
    await record({ noun: 'open311_key', id, move: 'revoke' })
    return ok({ id })
  },
})

async function ownKey({ db, actor, today }: { db: ReadDb; actor: Actor; today: string }, id: Id<'open311_key'>) {
  const key = await store.readKey(db, id)
  return key && (await reachesBody(db, actor, { bodyId: key.deskId, today })) ? key : undefined
}

const notYourDesk = forbidden(
  'not-your-desk',
  'Đồng chí không quản trị nơi nhận này.',
  'You do not administer this desk.',
)
const nameNeeded = problem('name', 'missing', 'Ghi khoá này cấp cho hệ thống nào.', 'Say which system gets this key.')
const noDesk = problem(
  'desk',
  'no-desk',
  'Cơ quan này hiện không tiếp nhận phản ánh. Hãy chọn một nơi nhận đang mở.',
  'This body receives no reports now. Choose an open desk.',
)
const noSuchKey = notFound('no-such-key', 'Không có khoá này.', 'There is no such key.')
const revokedAlready = conflict('revoked-already', 'Khoá này đã thu hồi.', 'This key was revoked already.')
