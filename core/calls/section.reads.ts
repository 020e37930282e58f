// One section of a call as every unit wrote it, paragraph by paragraph: what the officer reads side by side.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { notFound, ok } from '../shared/result.ts'
import { textsOfSection } from './answers/answer.read.store.ts'
import { paragraphsOf } from './call.ts'
import { whyNotCall } from './call.moves.ts'
import { callSchema, sectionSchema } from './call.schema.ts'
import { findFor, notYourCall, standingOf } from './call.steps.ts'
import { sectionsOf } from './call.store.ts'
import { groupsOf } from './groups/group.store.ts'
import { proposeGroups } from './groups/similar.ts'

const item = z.object({ version: z.number().int(), paragraph: z.number().int() })

export const readSection = reading({
  name: 'calls.section',
  summary: 'Một mục của đề cương như mọi đơn vị đã viết, từng đoạn; khó khăn, kiến nghị kèm các nhóm',
  http: { method: 'GET', path: '/calls/{id}/sections/{section}' },
  who: 'signedIn',
  input: z.object({ id: idOf('call'), section: z.string().max(60) }),
  output: z.object({
    call: callSchema,
    section: sectionSchema,
    sections: z.array(sectionSchema),
    units: z.array(
      z.object({
        body: z.number().int(),
        bodyName: z.string(),
        version: z.number().int(),
        /** false: sent and not yet accepted. */
        accepted: z.boolean(),
        paragraphs: z.array(z.object({ no: z.number().int(), text: z.string() })),
      }),
    ),
    /** Items the officer has put together, and how many units say so. */
    groups: z.array(
      z.object({ id: z.number().int(), label: z.string(), units: z.array(z.string()), items: z.array(item) }),
    ),
    /** The reader is one of those who group and merge. */
    mayGroup: z.boolean(),
    /** Items that read alike and are in no group yet: proposed, never saved by themselves. */
    proposed: z.array(z.object({ label: z.string(), units: z.number().int(), items: z.array(item) })),
  }),
  async run({ db, actor }, { id, section: key }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { call, all } = found.value
    if (!all) return notYourCall
    const sections = await sectionsOf(db, id)
    const section = sections.find((one) => one.key === key)
    if (!section) return noSuchSection
    const texts = await textsOfSection(db, { callId: id, section: key, day: call.dueOn })
    const units = texts.map(({ body, bodyName, versionId, accepted, text }) => ({
      ...{ body, bodyName, version: versionId, accepted },
      paragraphs: paragraphsOf(text).map((words, at) => ({ no: at + 1, text: words })),
    }))
    const groups = await groupsOf(db, { callId: id, section: key, day: call.dueOn })
    const grouped = new Set(groups.flatMap(({ items }) => items.map((one) => `${one.version}.${one.paragraph}`)))
    const open = units.flatMap(({ body, version, paragraphs }) =>
      paragraphs
        .filter(({ no }) => !grouped.has(`${version}.${no}`))
        .map(({ no, text }) => ({ unit: body, version, paragraph: no, text })),
    )
    const proposed = section.asks === 'text' ? [] : proposeGroups(open)
    const mayGroup = !whyNotCall(actor, 'group', await standingOf(db, call))
    return ok({ call, section, sections, units, groups, mayGroup, proposed })
  },
})

export const noSuchSection = notFound(
  'no-such-section',
  'Đề cương không có mục này.',
  'The outline has no such section.',
)
