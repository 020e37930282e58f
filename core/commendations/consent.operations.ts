// With whose consent a person is named in public, and that it was taken back.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { writing } from '../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { movedSchema, proposers, seen } from './nominee.operations.ts'
import { begin, make, personOf } from './nominee.steps.ts'
import * as store from './nominee.store.ts'

export const giveConsent = writing({
  name: 'commendations.giveConsent',
  summary: 'Ghi sự đồng ý của cá nhân được nêu tên công khai: lời đồng ý, ngày, cách cho',
  http: { method: 'POST', path: '/nominees/{id}/consent' },
  who: proposers,
  input: z.object({
    ...seen,
    words: typedText().min(20, 'Ghi nguyên lời đồng ý.').max(1000),
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
  input: z.object({ ...seen, why: typedText().max(500).default('') }),
  output: movedSchema,
  async run(context, { why, ...at }) {
    const begun = await begin(context, at, 'withdrawConsent')
    if (!begun.ok) return begun
    if (!(await store.withdrawConsentOf(context.db, at.id, { why, at: context.now }))) return noConsent
    const version = await make(context, begun.value, { move: 'withdrawConsent' })
    return ok({ id: at.id, stage: begun.value.nominee.stage, version })
  },
})

const collectiveIsPublic = conflict(
  'collective',
  'Tên tập thể được công khai, không cần ghi sự đồng ý.',
  'The name of a collective is public; no consent is needed.',
)
const consentThere = conflict('consent-there', 'Sự đồng ý đã được ghi và đang hiệu lực.', 'A consent is in force.')
const noConsent = conflict('no-consent', 'Không có sự đồng ý nào đang hiệu lực.', 'No consent is in force.')
const ahead = ['Ngày này ở sau hôm nay.', 'This day lies ahead.'] as const
