// Calendars of limits behind a secret address: made, renewed and revoked by the person, read by his programs without a sign-in.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { bodiesAt } from '../../bodies/body.read.ts'
import { ownId, ownIdAtPage } from '../../people/account.steps.ts'
import { actorOfId, tokenHash } from '../../people/sign-in.ts'
import type { Actor } from '../../shared/actor.ts'
import { instantSchema } from '../../shared/day.ts'
import { calendarFile, calendarMediaType } from '../../shared/icalendar.ts'
import { idOf } from '../../shared/id.ts'
import { reading, writing } from '../../shared/operation.ts'
import { forbidden, notFound, ok } from '../../shared/result.ts'
import { scopeOf } from '../queue.operations.ts'
import { calendarName, eventOf } from './feed.ts'
import * as store from './feed.store.ts'

const working = ['receiver', 'handler', 'head'] as const
const who = { roles: working }

const worksFor = (actor: Actor, bodyId: number) =>
  actor.kind === 'person' && actor.roles.some((held) => held.bodyId === bodyId && working.includes(held.role as 'head'))

export const listFeeds = reading({
  name: 'calendarFeeds.list',
  summary: 'Các địa chỉ lịch thời hạn tôi đã lập; địa chỉ chỉ hiện lúc lập',
  http: { method: 'GET', path: '/me/calendars' },
  who,
  input: z.object({}),
  output: z.object({
    feeds: z.array(
      z.object({
        id: z.number().int(),
        bodyId: z.number().int().nullable(),
        body: z.string().nullable(),
        madeAt: instantSchema,
      }),
    ),
    bodies: z
      .array(z.object({ id: z.number().int(), name: z.string() }))
      .meta({ description: 'các cơ quan tôi lập được lịch riêng' }),
  }),
  async run({ db, actor, today }) {
    const id = ownId(actor)
    if (!id.ok) return id
    const feeds = await store.feedsOf(db, id.value)
    const held = actor.kind === 'person' ? actor.roles : []
    const ids = new Set(held.filter(({ bodyId }) => worksFor(actor, bodyId)).map(({ bodyId }) => bodyId))
    const bodies = (await bodiesAt(db, [...ids], today)).map(({ bodyId, name }) => ({ id: bodyId, name }))
    return ok({
      feeds: feeds.map(({ id, bodyId, bodyName, madeAt }) => ({ id, bodyId, body: bodyName, madeAt })),
      bodies,
    })
  },
})

export const makeFeed = writing({
  name: 'calendarFeeds.make',
  summary: 'Lập hoặc đổi địa chỉ lịch thời hạn: của tôi, hoặc của một cơ quan tôi làm việc; địa chỉ cũ hết dùng',
  http: { method: 'POST', path: '/me/calendars' },
  who,
  input: z.object({ body: idOf('body').optional().meta({ description: 'không ghi: mọi việc của tôi' }) }),
  output: z.object({ id: z.number().int(), address: z.string().meta({ description: 'chỉ hiện lần này' }) }),
  async run({ app, db, actor, now, record }, { body = null }) {
    const personId = ownIdAtPage(actor)
    if (!personId.ok) return personId
    if (body !== null && !worksFor(actor, body)) return notYourBody
    await store.lockPerson(db, personId.value)
    await store.revokeFeed(db, { personId: personId.value, bodyId: body, at: now })
    const secret = randomBytes(32).toString('base64url')
    const made = { personId: personId.value, bodyId: body, hash: tokenHash(secret), at: now }
    const id = await store.insertFeed(db, made)
    await record({ noun: 'person', id: personId.value, move: 'makeCalendarFeed', changes: { feed: id, body } })
    return ok({ id, address: `${app.origin}/lich/${secret}.ics` })
  },
})

const notYourBody = forbidden(
  'not-your-body',
  'Đồng chí không làm việc ở cơ quan này nên không lập được lịch của cơ quan.',
  'You do not work for this body, so you cannot make its calendar.',
)

export const revokeFeed = writing({
  name: 'calendarFeeds.revoke',
  summary: 'Bỏ một địa chỉ lịch thời hạn: từ nay không ai đọc được nữa',
  http: { method: 'DELETE', path: '/me/calendars/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('calendar_feed') }),
  output: z.object({ revoked: z.number().int() }),
  async run({ db, actor, now, record }, { id }) {
    const personId = ownIdAtPage(actor)
    if (!personId.ok) return personId
    if (!(await store.revokeFeed(db, { personId: personId.value, id, at: now }))) return noSuchFeed
    await record({ noun: 'person', id: personId.value, move: 'revokeCalendarFeed', changes: { feed: id } })
    return ok({ revoked: id })
  },
})

export const readFeed = reading({
  name: 'calendarFeeds.read',
  summary: 'Lịch thời hạn (iCalendar) cho chương trình lịch: số hồ sơ và loại hạn; ai có địa chỉ thì đọc được',
  http: { method: 'GET', path: '/calendars/{secret}' },
  who: 'anyone',
  sends: 'content',
  input: z.object({ secret: z.string().max(100) }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) }),
  async run({ app, db, today }, { secret }) {
    const feed = await store.feedOfSecret(db, tokenHash(secret.replace(/\.ics$/, '')))
    // Who left the office, or whose account is closed, reads no more, whatever address his programs still have.
    const actor = feed && (await actorOfId(db, feed.personId, today))
    if (!actor) return noSuchFeed
    const here = feed.bodyId === null ? actor.roles : actor.roles.filter(({ bodyId }) => bodyId === feed.bodyId)
    const scope = await scopeOf(db, actor, today)
    const only = (bodies: readonly number[]) => here.map(({ bodyId }) => bodyId).filter((id) => bodies.includes(id))
    const limits = await store.limitsToFeed(db, { ...scope, desks: only(scope.desks), leads: only(scope.leads) })
    const events = limits.map((one) => eventOf(one, app.origin))
    const name = feed.bodyName === null ? calendarName : `${calendarName}: ${feed.bodyName}`
    const content = new TextEncoder().encode(calendarFile({ name, events }))
    return ok({ fileName: 'thoi-han.ics', mediaType: calendarMediaType, content })
  },
})

const noSuchFeed = notFound(
  'no-such-calendar',
  'Không có lịch này, hoặc địa chỉ đã đổi hay đã bỏ.',
  'There is no such calendar, or its address was changed or revoked.',
)

export const feedOperations = [listFeeds, makeFeed, revokeFeed, readFeed] as const
