// Merging what units wrote into a section of a report, and reading whose words a report holds.
import { z } from 'zod'
import { findFor as findCall, groupsOf, notYourCall, sectionsOf, textsOfSection } from '../calls/call.read.ts'
import { itemSchema } from '../calls/groups/group.operations.ts'
import { personOf } from '../documents/document.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../shared/result.ts'
import { longest, passagesOf, stillStands, withLines } from './merge.ts'
import { insertPassages, passagesIn } from './merge.store.ts'
import { writtenSections } from './outline.ts'
import { beginMove, findFor, noSuchSection, writtenMeanwhile } from './report.steps.ts'
import { textsOf } from './report.store.ts'
import { updateReport, writeText } from './report.write.store.ts'

export const merge = writing({
  name: 'reports.merge',
  summary: 'Ghép các đoạn, các ý đã gộp của đơn vị vào một mục của báo cáo, giữ nguồn từng đoạn',
  http: { method: 'POST', path: '/reports/{id}/sections/{section}/merge' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    id: idOf('report'),
    section: z.string().max(60),
    call: idOf('call'),
    callSection: z.string().max(60),
    items: z.array(itemSchema).max(2000).default([]),
    groups: z.array(idOf('call_group')).max(500).default([]),
    /** The section's version as it was read; 0: nothing was written yet. */
    expectedVersion: seenVersion(0),
  }),
  output: z.object({ section: z.string(), version: z.number().int(), merged: z.number().int() }),
  async run(context, input) {
    const { db, now, actor } = context
    const { id, section, callSection, expectedVersion } = input
    const begun = await beginMove(context, { id, expectedVersion: null }, 'write')
    if (!begun.ok) return begun
    if (!writtenSections(begun.value.kind).some(({ key }) => key === section)) return noSuchSection
    const found = await findCall(db, actor, input.call)
    if (!found.ok) return found
    // Who does not read every answer takes in his own body's alone.
    const mine = !found.value.all
    if (mine && input.groups.length > 0) return notYourCall
    if (input.items.length + input.groups.length === 0) return nothingTicked
    const at = { callId: input.call, section: callSection, day: found.value.call.dueOn }
    const groups = (await groupsOf(db, at)).filter((group) => input.groups.includes(group.id))
    const answered = await textsOfSection(db, at)
    const texts = mine ? answered.filter(({ body }) => body === begun.value.bodyId) : answered
    const passages = passagesOf(texts, { items: input.items, groups })
    if (passages === null || groups.length < new Set(input.groups).size) return answersChanged
    const known = new Set(
      (await passagesIn(db, id))
        .filter((one) => one.section === section && one.callSection === callSection)
        .map((one) => `${one.versionId}.${one.paragraph}`),
    )
    const fresh = passages.filter((one) => !known.has(`${one.versionId}.${one.paragraph}`))
    const before = (await textsOf(db, id)).find((one) => one.section === section)
    // Posted twice, or ticked again: what stands there already is not put there a second time.
    if (fresh.length === 0) return ok({ section, version: before?.version ?? 0, merged: 0 })
    const asks = (await sectionsOf(db, input.call)).find(({ key }) => key === callSection)!.asks
    const text = withLines(before?.text ?? '', fresh, asks)
    if (text.length > longest) return tooLong
    const by = personOf(actor)
    const version = await writeText(db, { id, section, expectedVersion }, { text, by, now })
    if (version === null) return writtenMeanwhile
    await insertPassages(db, { id, section, callSection }, { passages: fresh, by, now })
    await updateReport(db, id, {})
    await context.record({ noun: 'report', id, move: 'merge', changes: { section, version, passages: fresh.length } })
    return ok({ section, version, merged: fresh.length })
  },
})

const nothingTicked = invalid([
  problem('items', 'nothing-ticked', 'Đánh dấu ít nhất một đoạn để ghép.', 'Tick at least one passage to merge.'),
])
const tooLong = invalid([
  problem(
    'items',
    'too-long',
    `Mục này sẽ dài quá ${longest} ký tự. Hãy chọn ít đoạn hơn.`,
    'The section would be too long.',
  ),
])
const answersChanged = conflict(
  'answers-changed',
  'Có đơn vị vừa gửi bản mới hoặc nhóm ý vừa đổi, nên chưa ghép. Hãy xem lại rồi đánh dấu lại.',
  'A unit has just sent a new version, or a group has changed; nothing was merged. Look again and tick again.',
)

export const sources = reading({
  name: 'reports.sources',
  summary: 'Nguồn của các đoạn đã ghép vào báo cáo: đơn vị nào, còn nguyên văn hay đã sửa',
  http: { method: 'GET', path: '/reports/{id}/sources' },
  who: { roles: ['officer', 'head', 'standingBoard', 'clerk'] },
  input: z.object({ id: idOf('report') }),
  output: z.object({
    passages: z.array(
      z.object({
        section: z.string(),
        body: z.number().int(),
        bodyName: z.string(),
        call: z.number().int(),
        text: z.string(),
        /** The words still stand in the section as the unit wrote them. */
        unchanged: z.boolean(),
      }),
    ),
  }),
  async run({ db, actor }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const texts = new Map((await textsOf(db, id)).map(({ section, text }) => [section, text]))
    const passages = (await passagesIn(db, id)).map(({ section, bodyId, bodyName, callId, text }) => ({
      ...{ section, body: bodyId, bodyName, call: callId, text },
      unchanged: stillStands(texts.get(section) ?? '', text),
    }))
    return ok({ passages })
  },
})
