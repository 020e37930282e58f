// What a person does with his own second step: set up, confirm, new codes for paper, take it away.
import { z } from 'zod'
import { reading, writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, forbidden, ok } from '../../shared/result.ts'
import { ownId, ownIdAtPage, ownIdJustIn, ownSession } from '../account.steps.ts'
import { instant } from '../person.outputs.ts'
import { personById } from '../person.store.ts'
import { endSessions } from '../person.write.store.ts'
import { policyOf } from '../policy.store.ts'
import { seal } from '../seal.ts'
import { tryLater } from '../sign-in.begin.ts'
import { claimSecondStep } from '../slow-down.ts'
import { pictureOf } from '../../shared/qr.ts'
import { addressOf, keyInWords, newKey, newRecoveryCodes, timeStepOf } from './code.ts'
import { needsSecondStep, resetSince } from './required.ts'
import { keyOf, refusals, sealedFor } from './second-step.ts'
import * as store from './second-step.store.ts'
import { endAllTrusted } from './trusted.store.ts'

const recoveryCodes = z.array(z.string()).meta({ description: 'mã dự phòng, mỗi mã dùng một lần; chỉ hiện lần này' })

export const show = reading({
  name: 'secondStep.show',
  summary: 'Bước hai khi đăng nhập của tôi: đã bật chưa, còn mấy mã dự phòng, vai trò của tôi có bắt buộc không',
  http: { method: 'GET', path: '/me/second-step' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    on: z.boolean(),
    begun: z.boolean().meta({ description: 'có một khoá mới đang chờ mã đầu tiên' }),
    since: instant.nullable(),
    codesLeft: z.number().int(),
    required: z.boolean().meta({ description: 'một vai trò của tôi phải có bước hai' }),
    resetAt: instant.nullable().meta({ description: 'lần gần nhất quản trị gỡ bước hai, nếu từ đó chưa đặt lại' }),
  }),
  async run({ db, actor, today }) {
    const id = ownId(actor)
    if (!id.ok) return id
    const kept = await store.secondStepOf(db, id.value)
    return ok({
      on: Boolean(kept?.secret),
      begun: Boolean(kept?.begun),
      since: kept?.since?.toISOString() ?? null,
      codesLeft: kept?.secret ? kept.codesLeft : 0,
      required: await needsSecondStep(db, id.value, today),
      resetAt: kept?.secret ? null : ((await resetSince(db, id.value))?.toISOString() ?? null),
    })
  },
})

export const begin = writing({
  name: 'secondStep.begin',
  summary: 'Lập một khoá mới cho bước hai; khoá cũ, nếu có, còn dùng cho đến khi nhập mã đầu tiên của khoá mới',
  http: { method: 'POST', path: '/me/second-step' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ begun: z.literal(true) }),
  async run(context) {
    const id = await ownIdJustIn(context)
    if (!id.ok) return id
    await store.beginKey(context.db, id.value, seal(context.app, sealedFor(id.value), newKey()))
    await context.record({ noun: 'person', id: id.value, move: 'beginSecondStep' })
    return ok({ begun: true as const })
  },
})

export const key = reading({
  name: 'secondStep.key',
  summary: 'Khoá mới đang chờ mã đầu tiên: hình để quét và chữ để gõ',
  http: { method: 'GET', path: '/me/second-step/key' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    key: z.string(),
    address: z.string().meta({ description: 'otpauth://…' }),
    picture: z.object({ size: z.number().int(), path: z.string() }).meta({ description: 'mã QR, một đường SVG' }),
  }),
  async run({ app, db, actor, now }) {
    const id = await ownIdJustIn({ actor, db, now })
    if (!id.ok) return id
    const kept = await store.secondStepOf(db, id.value)
    const plain = kept?.begun && keyOf(app, id.value, kept.begun)
    if (!plain) return nothingBegun
    const address = addressOf(plain, (await personById(db, id.value))!.username)
    return ok({ key: keyInWords(plain), address, picture: pictureOf(address) })
  },
})

export const confirm = writing({
  name: 'secondStep.confirm',
  summary: 'Bật bước hai bằng mã đầu tiên của khoá mới; các thiết bị khác phải đăng nhập lại',
  http: { method: 'POST', path: '/me/second-step/confirm' },
  who: 'signedIn',
  input: z.object({ code: z.string().max(40).meta({ description: 'sáu số đang hiện trên điện thoại' }) }),
  output: z.object({ recoveryCodes, ended: z.number().int() }),
  async run(context, { code }) {
    const { app, db, actor, now, record } = context
    const id = await ownIdJustIn(context)
    if (!id.ok) return id
    const kept = await store.secondStepOf(db, id.value)
    const plain = kept?.begun && keyOf(app, id.value, kept.begun)
    if (!plain) return nothingBegun
    const claim = await claimSecondStep(app, `${id.value}`, `session ${ownSession(actor)}`)
    if (claim.wait > 0) return tryLater(claim.wait)
    const step = timeStepOf(plain, code.replaceAll(/\D/g, ''), now)
    if (step === null) return refusals.wrong
    await claim.forgive()
    if (!(await store.confirmKey(db, id.value, { sealed: kept!.begun!, step, now }))) return nothingBegun
    await endAllTrusted(db, id.value)
    const ended = await endSessions(db, id.value, ownSession(actor))
    await record({ noun: 'person', id: id.value, move: 'setSecondStep', changes: { ended } })
    return ok({ recoveryCodes: await writeCodes(context, id.value), ended })
  },
})

export const renewCodes = writing({
  name: 'secondStep.renewCodes',
  summary: 'Lập mã dự phòng mới; các mã cũ hết dùng được',
  http: { method: 'POST', path: '/me/second-step/recovery-codes' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ recoveryCodes }),
  async run(context) {
    const id = await ownIdJustIn(context)
    if (!id.ok) return id
    if (!(await store.hasSecondStep(context.db, id.value))) return notOn
    await context.record({ noun: 'person', id: id.value, move: 'renewRecoveryCodes' })
    return ok({ recoveryCodes: await writeCodes(context, id.value) })
  },
})

async function writeCodes({ app, db }: WriteContext, id: Parameters<typeof store.replaceRecoveryCodes>[1]) {
  const { codes, hashes } = newRecoveryCodes(app, id, (await policyOf(db)).recoveryCodes)
  await store.replaceRecoveryCodes(db, id, hashes)
  return codes
}

export const drop = writing({
  name: 'secondStep.drop',
  summary: 'Bỏ khoá mới đang chờ mã đầu tiên; bước hai đang bật, nếu có, giữ nguyên',
  http: { method: 'POST', path: '/me/second-step/drop' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ dropped: z.literal(true) }),
  async run({ db, actor, record }) {
    const id = ownIdAtPage(actor)
    if (!id.ok) return id
    if (!(await store.dropKey(db, id.value))) return nothingBegun
    await record({ noun: 'person', id: id.value, move: 'dropSecondStep' })
    return ok({ dropped: true as const })
  },
})

export const end = writing({
  name: 'secondStep.end',
  summary: 'Tắt bước hai của tôi; không tắt được khi vai trò bắt buộc',
  http: { method: 'POST', path: '/me/second-step/end' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ ended: z.literal(true) }),
  async run(context) {
    const { db, today, record } = context
    const id = await ownIdJustIn(context)
    if (!id.ok) return id
    if (!(await store.hasSecondStep(db, id.value))) return notOn
    if (await needsSecondStep(db, id.value, today)) return neededByRole
    await store.deleteSecondStep(db, id.value)
    await endAllTrusted(db, id.value)
    await record({ noun: 'person', id: id.value, move: 'endSecondStep' })
    return ok({ ended: true as const })
  },
})

const nothingBegun = conflict(
  'no-key',
  'Chưa có khoá mới nào đang chờ, hoặc khoá đã được thay. Hãy bấm “Đặt bước hai” rồi quét lại.',
  'No new key is waiting, or it was replaced. Begin once more and scan again.',
)
const notOn = conflict('not-on', 'Bước hai chưa bật.', 'The second step is not on.')
const neededByRole = forbidden(
  'needed-by-role',
  'Vai trò của đồng chí phải có bước hai nên không tắt được. Đổi điện thoại thì đặt lại với khoá mới.',
  'Your role needs a second step. For another phone, set it up anew.',
)
