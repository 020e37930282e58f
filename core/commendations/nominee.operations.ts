// A nominee is proposed, completed, given back or withdrawn by those whose work it is.
import { z } from 'zod'
import { bodyAt, heirNames } from '../bodies/body.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { conflict, forbidden, invalid, ok } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { missingInDossier, stages } from './commendation.ts'
import { isMember } from './cluster.store.ts'
import { formOf } from './form.store.ts'
import { stageAfter } from './nominee.moves.ts'
import { begin, make, personOf, tell } from './nominee.steps.ts'
import { meritsOf, writeMerits } from './merit.store.ts'
import * as store from './nominee.store.ts'
import { judge, told, withName } from './nominee.told.ts'
import { unprintable } from './printed-name.ts'
import { isInside, noSuchRound } from './round.operations.ts'
import { lockRound, lockRoundOf } from './round.store.ts'

export const proposers = { roles: ['reporter', 'officer', 'head'] } as const
export const seen = { id: idOf('nominee'), expectedVersion: seenVersion(1) }
export const movedSchema = z.object({ id: z.number().int(), stage: z.enum(stages), version: z.number().int() })
export const noteSchema = typedText().min(10, 'Nêu lý do, ít nhất một câu.').max(2000)

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
    if (!(await bodyAt(db, nominator, today))) return endedBody(await heirNames(db, nominator, today))
    if (!(await isInside(db, { body: nominator, round, today }))) return notInside
    if (round.clusterId !== null && !(await isMember(db, round.clusterId, nominator))) return notInCluster
    if (today > round.nominationsUntil) return tooLate
    const form = (await formOf(db, round.formId))!
    const { faults, merits } = await judge(context, { form, typed, bodyId: nominator, by: nominator })
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
    await writeMerits(db, id, merits)
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
    const { nominee, form, round, bodyId } = begun.value
    const of = { form, typed, bodyId: nominee.nominatorId, by: bodyId ?? nominee.nominatorId }
    const { faults, merits } = await judge(context, of)
    if (faults.length > 0) return invalid(faults)
    const identityKey = store.identityOf(typed)
    if (await store.standsInRound(context.db, { roundId: round.id, identityKey, not: id })) return inRoundAlready
    // Who agreed to be named is not the one who stands there now.
    if (identityKey !== nominee.identityKey)
      await store.withdrawConsentOf(context.db, id, { why: 'Đổi người được đề nghị', at: context.now })
    await store.updateTold(context.db, id, typed)
    await writeMerits(context.db, id, merits)
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
    const missing = [...unprintable(nominee), ...missingInDossier(nominee, await meritsOf(context.db, at.id), form)]
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
const endedBody = (heirs: string) =>
  heirs === ''
    ? conflict(
        'body-ended',
        'Cơ quan này không còn hoạt động và chưa ghi cơ quan nào kế tục. Hãy đề nghị thay một cơ quan đang hoạt động, hoặc báo quản trị ghi cơ quan kế tục.',
        'This body is no more and nobody is written down as having taken over. Propose for one that stands.',
      )
    : conflict(
        'body-ended',
        `Cơ quan này không còn hoạt động; nay là ${heirs}. Hãy đề nghị thay cơ quan ấy.`,
        `This body is no more; ${heirs} took over. Propose for that one.`,
      )
const tooLate = conflict('too-late', 'Đợt này đã hết hạn nhận đề nghị.', 'Nominations for this round are over.')
export const inRoundAlready = conflict(
  'in-round-already',
  'Tập thể, cá nhân này đã có đề nghị trong đợt. Hãy mở đề nghị đó.',
  'This honouree stands in the round already. Open that nomination.',
)
