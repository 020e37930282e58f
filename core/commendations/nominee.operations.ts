// A nominee is proposed, completed, given back or withdrawn by those whose work it is; and with whose consent it is named.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem, type Problem } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { honourees, meritKinds, missingInDossier, stages, type Form, type Merit, type Told } from './commendation.ts'
import { isMember } from './cluster.store.ts'
import { formOf } from './form.store.ts'
import { reckon } from './reckoned.ts'
import { stageAfter } from './nominee.moves.ts'
import { begin, heirsOf, make, personOf, tell } from './nominee.steps.ts'
import { meritsKnown, meritsOf, writeMerits } from './merit.store.ts'
import * as store from './nominee.store.ts'
import { isInside, noSuchRound } from './round.operations.ts'
import { lockRound, lockRoundOf } from './round.store.ts'

export const proposers = { roles: ['reporter', 'officer', 'head'] } as const
export const seen = { id: idOf('nominee'), expectedVersion: seenVersion(1) }
export const movedSchema = z.object({ id: z.number().int(), stage: z.enum(stages), version: z.number().int() })
export const noteSchema = z.string().trim().min(10, 'Nêu lý do, ít nhất một câu.').max(2000).transform(plainText)

const text = (most: number) => z.string().trim().max(most, `Tối đa ${most} ký tự.`).default('').transform(plainText)
const maybe = <N extends string>(noun: N) =>
  idOf(noun)
    .nullish()
    .transform((value) => value ?? null)

const told = {
  kind: z.enum(honourees),
  bodyId: maybe('body').meta({ description: 'tập thể là một cơ quan trong hệ thống' }),
  name: text(150).meta({ description: 'như in trên giấy chứng nhận; bỏ trống: tên của cơ quan đã chọn' }),
  post: text(150).meta({ description: 'chức danh; cá nhân phải có' }),
  unit: text(200).meta({ description: 'đơn vị, nơi làm việc; cá nhân phải có' }),
  direct: z.coerce.boolean().default(false).meta({ description: 'người trực tiếp làm việc' }),
  remote: z.coerce.boolean().default(false).meta({ description: 'ở xã vùng sâu, vùng xa' }),
  achievement: text(6000),
  confirmation: text(200).meta({ description: 'số, ngày văn bản xác nhận của cấp uỷ' }),
  merits: z
    .array(
      z.object({
        kind: z.enum(meritKinds),
        modelId: maybe('model'),
        indicatorId: maybe('indicator'),
        periodId: maybe('period').meta({ description: 'lấy số cơ quan đã báo cáo cho kỳ này, không gõ lại' }),
        year: z.coerce
          .number()
          .int()
          .min(2015)
          .max(2200)
          .nullish()
          .transform((value) => value ?? null)
          .meta({ description: 'record: việc của dân trong năm, máy đếm' }),
        text: text(500).meta({ description: 'số liệu và kỳ của nó, hoặc việc được khen' }),
      }),
    )
    .max(20)
    .default([])
    .transform((all) => all.map((one) => ({ ...one, cites: '' }))),
}

async function faultsOf({ db }: WriteContext, form: Form, typed: Told & { merits: Merit[] }): Promise<Problem[]> {
  const faults: Problem[] = []
  if (!form.honours.includes(typed.kind)) faults.push(notForKind)
  if (typed.name.length < 3) faults.push(nameNeeded)
  if (typed.kind === 'person' && typed.bodyId !== null) faults.push(personIsNoBody)
  if (typed.kind === 'person' && typed.post === '') faults.push(postNeeded)
  if (typed.kind === 'person' && typed.unit === '') faults.push(unitNeeded)
  const known = await meritsKnown(db, typed.merits)
  for (const [i, { kind, modelId, indicatorId, periodId, year, text: words }] of typed.merits.entries()) {
    const say = (code: string, [vi, en]: readonly [string, string]) => faults.push(problem(`merits.${i}`, code, vi, en))
    if ((kind === 'model') !== (modelId !== null) || (kind === 'indicator') !== (indicatorId !== null))
      say('one-link', oneLink)
    else if (modelId !== null && !known.models.includes(modelId)) say('not-recognised', modelNotRecognised)
    else if (indicatorId !== null && !known.indicators.includes(indicatorId)) say('no-such-indicator', noIndicator)
    if ((kind === 'record') !== (year !== null) || (periodId !== null && kind !== 'indicator')) say('one-link', oneLink)
    else if (kind !== 'model' && kind !== 'record' && periodId === null && words === '') say('missing', wordsNeeded)
  }
  return faults
}

/** A collective that is a body of the platform is called as that body unless told otherwise. */
async function withName<T extends Pick<Told, 'name' | 'bodyId'>>({ db, today }: WriteContext, typed: T): Promise<T> {
  if (typed.name !== '' || typed.bodyId === null) return typed
  return { ...typed, name: (await bodyAt(db, typed.bodyId, today))?.name ?? '' }
}

export const nominate = writing({
  name: 'commendations.nominate',
  summary: 'Đề nghị khen một tập thể hoặc cá nhân: thành tích gắn với mô hình, số liệu hoặc ghi bằng lời',
  http: { method: 'POST', path: '/commendation-rounds/{round}/nominees' },
  who: proposers,
  input: z.object({ round: idOf('commendation_round'), nominator: idOf('body'), ...told }),
  output: movedSchema,
  async run(context, { round: roundId, nominator, ...given }) {
    const { app, db, actor, today, now } = context
    const typed = await withName(context, given)
    const round = await lockRound(db, roundId)
    if (!round) return noSuchRound
    if (actor.kind !== 'operator' && !bodiesWhere(actor, ...proposers.roles).includes(nominator)) return notYourBody
    const heirs = await heirsOf(db, nominator, today)
    if (heirs.length > 0) return endedBody((await bodyAt(db, heirs[0]!, today))!.name)
    if (!(await isInside(db, { body: nominator, round, today }))) return notInside
    if (round.clusterId !== null && !(await isMember(db, round.clusterId, nominator))) return notInCluster
    if (today > round.nominationsUntil) return tooLate
    const form = (await formOf(db, round.formId))!
    const faults = await faultsOf(context, form, typed)
    if (typed.bodyId !== null && !(await bodyAt(db, typed.bodyId, today))) faults.push(noSuchBody)
    const counted = await reckon({ db, today, bodyId: typed.bodyId ?? nominator }, typed.merits)
    faults.push(...counted.faults)
    if (faults.length > 0) return invalid(faults)
    const identityKey = store.identityOf(typed)
    if (await store.standsInRound(db, { roundId, identityKey, not: null })) return inRoundAlready
    const made = {
      told: typed,
      roundId,
      nominatorId: nominator,
      illustrative: app.sample,
      by: personOf(actor),
      at: now,
    }
    const id = await store.insertNominee(db, made)
    await writeMerits(db, id, counted.merits)
    const by = { personId: personOf(actor), bodyId: nominator }
    await store.insertAct(db, id, { move: 'save', at: now, note: '', facts: {}, ...by })
    await context.record({ noun: 'nominee', id, move: 'create', changes: { round: roundId } })
    return ok({ id, stage: 'nominated' as const, version: 1 })
  },
})

export const save = writing({
  name: 'commendations.save',
  summary: 'Lưu đề nghị đang viết hoặc được trả lại',
  http: { method: 'PUT', path: '/nominees/{id}' },
  who: proposers,
  input: z.object({ ...seen, ...told }),
  output: movedSchema,
  async run(context, { id, expectedVersion, ...given }) {
    await lockRoundOf(context.db, id)
    const typed = await withName(context, given)
    const begun = await begin(context, { id, expectedVersion }, 'save')
    if (!begun.ok) return begun
    const { nominee, form, round } = begun.value
    const faults = await faultsOf(context, form, typed)
    if (typed.bodyId !== null && !(await bodyAt(context.db, typed.bodyId, context.today))) faults.push(noSuchBody)
    const { db, today } = context
    const counted = await reckon({ db, today, bodyId: typed.bodyId ?? nominee.nominatorId }, typed.merits)
    faults.push(...counted.faults)
    if (faults.length > 0) return invalid(faults)
    const of = { roundId: round.id, identityKey: store.identityOf(typed), not: id }
    if (await store.standsInRound(context.db, of)) return inRoundAlready
    // Who agreed to be named is not the one who stands there now.
    if (of.identityKey !== nominee.identityKey)
      await store.withdrawConsentOf(context.db, id, { why: 'Đổi người được đề nghị', at: context.now })
    await store.updateTold(context.db, id, typed)
    await writeMerits(context.db, id, counted.merits)
    // Somebody else, or something else: what was said of him is asked anew.
    const version = await make(context, begun.value, { move: 'save' }, { complaint_pending: null })
    return ok({ id, stage: nominee.stage, version })
  },
})

export const complete = writing({
  name: 'commendations.complete',
  summary: 'Nộp hồ sơ đề nghị đủ để thẩm định; thiếu gì thì nói rõ',
  http: { method: 'POST', path: '/nominees/{id}/complete' },
  who: proposers,
  input: z.object(seen),
  output: movedSchema,
  async run(context, at) {
    const begun = await begin(context, at, 'complete')
    if (!begun.ok) return begun
    const { nominee, round, form } = begun.value
    const missing = missingInDossier(nominee, await meritsOf(context.db, at.id), form)
    if (missing.length > 0) return invalid(missing)
    const version = await make(context, begun.value, { move: 'complete' })
    await tell(context, 'commendation.complete', round.deskId, begun.value)
    return ok({ id: at.id, stage: 'dossierComplete' as const, version })
  },
})

/** Both need a reason that stays readable. */
const stepping = (move: 'giveBack' | 'withdraw', path: string, summary: string) =>
  writing({
    name: `commendations.${move}`,
    summary,
    http: { method: 'POST', path: `/nominees/{id}/${path}` },
    who: proposers,
    input: z.object({ ...seen, note: noteSchema }),
    output: movedSchema,
    async run(context, { note, ...at }) {
      const begun = await begin(context, at, move)
      if (!begun.ok) return begun
      const { nominee, round } = begun.value
      const version = await make(context, begun.value, { move, note })
      const other = move === 'giveBack' ? nominee.nominatorId : round.deskId
      await tell(context, `commendation.${move}`, other, begun.value)
      return ok({ id: at.id, stage: stageAfter(move, nominee.stage), version })
    },
  })

export const giveBack = stepping('giveBack', 'give-back', 'Trả lại hồ sơ để bổ sung, nói rõ thiếu gì')
export const withdraw = stepping('withdraw', 'withdraw', 'Rút đề nghị khi chưa có quyết định')

export const giveConsent = writing({
  name: 'commendations.giveConsent',
  summary: 'Ghi sự đồng ý của cá nhân được nêu tên công khai: lời đồng ý, ngày, cách cho',
  http: { method: 'POST', path: '/nominees/{id}/consent' },
  who: proposers,
  input: z.object({
    ...seen,
    words: z.string().trim().min(20, 'Ghi nguyên lời đồng ý.').max(1000).transform(plainText),
    on: daySchema,
    channel: z.enum(['paper', 'inPerson', 'electronic']),
  }),
  output: movedSchema,
  async run(context, { words, on, channel, ...at }) {
    const begun = await begin(context, at, 'giveConsent')
    if (!begun.ok) return begun
    const { nominee } = begun.value
    if (nominee.kind !== 'person') return collectiveIsPublic
    if (on > context.today) return invalid([problem('on', 'in-future', ...ahead)])
    const by = { by: personOf(context.actor), at: context.now }
    if (!(await store.insertConsent(context.db, at.id, { words, on, channel, ...by }))) return consentThere
    const version = await make(context, begun.value, { move: 'giveConsent', facts: { on, channel } })
    return ok({ id: at.id, stage: nominee.stage, version })
  },
})

export const withdrawConsent = writing({
  name: 'commendations.withdrawConsent',
  summary: 'Ghi việc rút lại sự đồng ý; từ lúc đó trang công khai chỉ ghi “một cá nhân”',
  http: { method: 'DELETE', path: '/nominees/{id}/consent' },
  who: proposers,
  input: z.object({ ...seen, why: z.string().trim().max(500).default('').transform(plainText) }),
  output: movedSchema,
  async run(context, { why, ...at }) {
    const begun = await begin(context, at, 'withdrawConsent')
    if (!begun.ok) return begun
    if (!(await store.withdrawConsentOf(context.db, at.id, { why, at: context.now }))) return noConsent
    const version = await make(context, begun.value, { move: 'withdrawConsent' })
    return ok({ id: at.id, stage: begun.value.nominee.stage, version })
  },
})

const notYourBody = forbidden(
  'not-your-body',
  'Đồng chí chỉ đề nghị thay cơ quan của mình.',
  'You propose for your own body only.',
)
const notInside = forbidden(
  'not-inside',
  'Cơ quan này không ở trong địa bàn của cơ quan khen nên không đề nghị ở đợt này được.',
  'This body is not at or inside the place of the awarding body.',
)
const notInCluster = forbidden(
  'not-in-cluster',
  'Đợt này chỉ nhận đề nghị của các cơ quan trong khối, cụm thi đua của đợt.',
  'Only bodies of the bloc or cluster of this round propose.',
)
const endedBody = (heir: string) =>
  conflict(
    'body-ended',
    `Cơ quan này không còn hoạt động; nay là ${heir}. Hãy đề nghị thay cơ quan ấy.`,
    `This body is no more; ${heir} took over. Propose for that one.`,
  )
const tooLate = conflict('too-late', 'Đợt này đã hết hạn nhận đề nghị.', 'Nominations for this round are over.')
const inRoundAlready = conflict(
  'in-round-already',
  'Tập thể, cá nhân này đã có đề nghị trong đợt. Hãy mở đề nghị đó.',
  'This honouree stands in the round already. Open that nomination.',
)
const collectiveIsPublic = conflict(
  'collective',
  'Tên tập thể được công khai, không cần ghi sự đồng ý.',
  'The name of a collective is public; no consent is needed.',
)
const consentThere = conflict('consent-there', 'Sự đồng ý đã được ghi và đang hiệu lực.', 'A consent is in force.')
const noConsent = conflict('no-consent', 'Không có sự đồng ý nào đang hiệu lực.', 'No consent is in force.')
const ahead = ['Ngày này ở sau hôm nay.', 'This day lies ahead.'] as const
const nameNeeded = problem(
  'name',
  'missing',
  'Ghi tên như sẽ in trên giấy chứng nhận.',
  'Give the name as it will be printed.',
)
const notForKind = problem(
  'kind',
  'not-for-kind',
  'Hình thức này không dành cho loại đó (tập thể hay cá nhân).',
  'This form does not honour that kind.',
)
const personIsNoBody = problem('bodyId', 'no-body', 'Cá nhân không gắn với cơ quan.', 'A person is no body.')
const postNeeded = problem('post', 'missing', 'Ghi chức danh của cá nhân.', 'Give the post of the person.')
const unitNeeded = problem('unit', 'missing', 'Ghi đơn vị của cá nhân.', 'Give the unit of the person.')
const noSuchBody = problem('bodyId', 'no-such-body', 'Cơ quan này không đang hoạt động.', 'There is no such body now.')
const oneLink = [
  'Mỗi dòng gắn đúng một mô hình, một chỉ số, hoặc chỉ ghi lời.',
  'Each line links one thing, or is words.',
] as const
const modelNotRecognised = ['Mô hình này chưa được công nhận.', 'This model is not recognised.'] as const
const noIndicator = ['Không có chỉ số này.', 'There is no such indicator.'] as const
const wordsNeeded = [
  'Ghi số liệu và kỳ, hoặc việc được khen.',
  'Write the figure and its period, or what it is for.',
] as const
