// Putting items that say the same under one wording, and taking them apart again.
import { z } from 'zod'
import { personOf } from '../../documents/document.ts'
import { askAboutMentions, confirming, recordConfirmed } from '../../documents/mentions/ask.ts'
import { typedWords } from '../../documents/typed-words.ts'
import { idOf } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { conflict, ok } from '../../shared/result.ts'
import { textsOfSection } from '../answers/answer.read.store.ts'
import { paragraphsOf } from '../call.ts'
import { beginCall } from '../call.steps.ts'
import { deleteGroup, insertGroup, putItems } from './group.store.ts'

const drafting = { roles: ['officer', 'head'] } as const

/** “12.3”: the third item of version 12. */
export const itemSchema = z
  .string()
  .regex(/^\d{1,9}\.\d{1,4}$/)
  .transform((text) => {
    const [version, paragraph] = text.split('.').map(Number) as [number, number]
    return { version, paragraph }
  })

export const makeGroup = writing({
  name: 'groups.make',
  summary: 'Gộp các khó khăn, kiến nghị giống nhau của nhiều đơn vị dưới một câu',
  http: { method: 'POST', path: '/calls/{call}/groups' },
  who: drafting,
  input: z.object({
    call: idOf('call'),
    section: z.string().max(60),
    label: typedWords(500, 3),
    items: z.array(itemSchema).min(1, 'Chọn ít nhất một ý để gộp.').max(500),
    ...confirming,
  }),
  output: z.object({ group: z.number().int() }),
  async run(context, input) {
    const { db, now, actor } = context
    const begun = await beginCall(context, { id: input.call, expectedVersion: null }, 'group')
    if (!begun.ok) return begun
    const { section, label, items } = input
    const texts = await textsOfSection(db, { callId: input.call, section, day: begun.value.dueOn })
    const known = new Map<number, number>(texts.map(({ versionId, text }) => [versionId, paragraphsOf(text).length]))
    if (items.some(({ version, paragraph }) => paragraph > (known.get(version) ?? 0))) return changedAnswers
    const asked = askAboutMentions([{ field: 'label', text: label }], input.mentionsConfirmed)
    if (!asked.ok) return asked
    const group = await insertGroup(db, { callId: input.call, section, label, by: personOf(actor), now })
    await putItems(db, { callId: input.call, groupId: group, section, items })
    await context.record({ noun: 'call', id: input.call, move: 'group', changes: { group, items: items.length } })
    await recordConfirmed(context, { noun: 'call', id: input.call, confirmed: asked.value })
    return ok({ group })
  },
})

const changedAnswers = conflict(
  'answers-changed',
  'Có đơn vị vừa gửi bản mới, ý đã chọn không còn như trước. Hãy xem lại danh sách rồi gộp lại.',
  'A unit has just sent a new version; look at the list again.',
)

export const dissolveGroup = writing({
  name: 'groups.dissolve',
  summary: 'Bỏ một nhóm đã gộp; các ý trở lại danh sách',
  http: { method: 'DELETE', path: '/calls/{call}/groups/{group}' },
  who: drafting,
  input: z.object({ call: idOf('call'), group: idOf('call_group') }),
  output: z.object({ group: z.number().int() }),
  async run(context, { call, group }) {
    const begun = await beginCall(context, { id: call, expectedVersion: null }, 'group')
    if (!begun.ok) return begun
    // Pressed twice: it is gone already, and that is what was wanted.
    if (await deleteGroup(context.db, { callId: call, id: group }))
      await context.record({ noun: 'call', id: call, move: 'dissolveGroup', changes: { group } })
    return ok({ group })
  },
})
