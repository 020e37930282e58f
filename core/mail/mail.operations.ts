// What an administrator asks about the mails: how they go, a test to himself, the refused ones once more.
import { z } from 'zod'
import { mailOf } from '../people/notice.read.ts'
import { ownId } from '../people/account.steps.ts'
import { peopleReached } from '../people/notice.reach.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, ok } from '../shared/result.ts'
import { news } from './told.operations.ts'
import './mail.account.ts'
import { mailedTopics } from './mail.ts'
import { overviewShown } from './mail.schema.ts'
import * as store from './mail.store.ts'

const administrators = { roles: ['administrator'] } as const
const days = 30
const most = 200

export const overview = reading({
  name: 'mails.overview',
  summary: 'Thư đang chờ, đã gửi, bị từ chối; của ai trong số những người mình quản trị',
  http: { method: 'GET', path: '/mails' },
  who: administrators,
  input: z.object({}),
  output: overviewShown,
  async run({ app, db, actor, now, today }) {
    const since = new Date(now.getTime() - days * 86_400_000)
    const failed = await store.failedMails(db, most)
    const reached = await peopleReached(
      { db, actor, today },
      failed.map((mail) => mail.personId),
    )
    const me = actor.kind === 'person' ? actor.personId : null
    return ok({
      from: app.mailer?.from ?? null,
      days,
      counts: await store.countMails(db, { since, topics: mailedTopics }),
      failed: failed.filter((mail) => reached.has(mail.personId)),
      mine: {
        address: me && (await mailOf(db, me)).address,
        lastTest: me && (await store.lastTest(db, me)),
      },
    })
  },
})

export const test = writing({
  name: 'mails.test',
  summary: 'Gửi một thư thử cho chính mình, đi đúng đường mọi thư đi',
  http: { method: 'POST', path: '/mails/test' },
  who: administrators,
  input: z.object({}),
  output: z.object({ waiting: z.literal(true) }),
  async run({ app, db, actor, now, record }) {
    const me = ownId(actor)
    if (!me.ok) return me
    if (!app.mailer) return noServer
    if ((await mailOf(db, me.value)).address === null) return noAddress
    // Pressed twice within a minute: one mail.
    const key = `test:${me.value}:${Math.floor(now.getTime() / 60_000)}`
    await store.insertMail(db, { key, kind: 'test', person: me.value, at: now })
    await record({ noun: 'person', id: me.value, move: 'testMail' })
    return ok({ waiting: true as const })
  },
})

export const retry = writing({
  name: 'mails.retry',
  summary: 'Gửi lại các thư bị từ chối của những người mình quản trị',
  http: { method: 'POST', path: '/mails/retry' },
  who: administrators,
  input: z.object({}),
  output: z.object({ retried: z.number().int() }),
  async run({ db, actor, now, today, record }) {
    const failed = await store.failedMails(db, most)
    const people = failed.map((mail) => mail.personId)
    const reached = await peopleReached({ db, actor, today }, people)
    const retried = await store.retryRefused(db, [...reached], now)
    if (retried > 0) await record({ noun: 'mail', id: 0, move: 'retry', changes: { retried } })
    return ok({ retried })
  },
})

const noServer = conflict(
  'no-mail-server',
  'Máy chủ này chưa đặt SMTP_URL và MAIL_FROM nên không gửi thư. Hãy nhờ người vận hành đặt.',
  'No mail server is configured (SMTP_URL, MAIL_FROM).',
)

const noAddress = conflict(
  'no-address',
  'Đồng chí chưa ghi địa chỉ thư của mình. Hãy ghi ở trang Tài khoản → Nhận thư nhắc việc.',
  'You have no mail address yet. Give one on your account page.',
)

export const mailOperations = [overview, test, retry, news]
