// A decision or conclusion made known, without anybody's name: L-TC Điều 40, L-KN Điều 41; asked about where a name may be left.
import { z } from 'zod'
import { daySchema } from '../../shared/day.ts'
import { idOf, seenVersion } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem } from '../../shared/result.ts'
import { plainText } from '../../shared/text.ts'
import { answersOf } from '../life.store.ts'
import { meetLimit } from '../limits.ts'
import { moved, movedSchema } from '../moved.ts'
import { numbers } from '../numbers.ts'
import { countsOf, foundIn, leftOpen, longestPublic, personalDataLeft } from '../publish/publication.ts'
import { begin, noteMove, personOf, setStage } from '../submission.steps.ts'
import { conclusionOf, insertConclusion, ways } from './conclusion.store.ts'

export const publishConclusion = writing({
  name: 'submissions.publishConclusion',
  summary: 'Công khai kết luận tố cáo, quyết định giải quyết khiếu nại; không lộ người gửi, không nêu tên ai',
  http: { method: 'POST', path: '/submissions/{id}/conclusion' },
  who: { roles: ['head'] },
  input: z.object({
    id: idOf('submission'),
    expectedVersion: seenVersion(1),
    way: z.enum(ways).default('here').meta({ description: 'here: mọi người đọc ở cổng công khai' }),
    on: daySchema.meta({ description: 'ngày công khai' }),
    text: z.string().max(longestPublic).default('').meta({ description: 'lời cho mọi người đọc, khi công khai ở đây' }),
    checked: z
      .array(z.string().max(400))
      .max(100)
      .default([])
      .meta({ description: 'những chữ trông như thông tin cá nhân mà đã kiểm tra là không phải' }),
  }),
  output: movedSchema,
  async run(context, { way, on, text: typed, checked, ...at }) {
    const begun = await begin(context, at, 'publishConclusion')
    if (!begun.ok) return begun
    const { db, now, today, actor } = context
    const { submission, bodyId } = begun.value
    if (await conclusionOf(db, at.id)) return madeKnownAlready
    const text = way === 'here' ? plainText(typed).trim() : ''
    const last = (await answersOf(db, at.id)).at(-1)!
    const faults: Problem[] = []
    if (on > today) faults.push(notYet)
    if (way === 'here' && text.length < numbers.shortestAnswer) faults.push(textNeeded)
    if (faults.length > 0) return invalid(faults)
    const left = leftOpen('text', text, checked)
    if (left.length > 0) return invalid(left, personalDataLeft)
    await insertConclusion(db, at.id, { way, on, document: last.document, text, by: personOf(actor), now })
    await meetLimit(db, at.id, { limit: 'publish', now })
    const version = await setStage(context, at.id, 'publishConclusion')
    const facts = { way, on, letThrough: Object.values(countsOf(foundIn(text))).reduce((sum, n) => sum + n, 0) }
    await noteMove(context, at.id, { move: 'publishConclusion', facts, bodyId })
    return ok(moved(at.id, submission.stage, version))
  },
})

const madeKnownAlready = conflict(
  'made-known-already',
  'Kết luận, quyết định này đã được ghi là công khai.',
  'This conclusion or decision is entered as made known already.',
)
const notYet = problem(
  'on',
  'in-future',
  'Ngày công khai ở sau hôm nay. Ghi khi đã công khai.',
  'The day lies ahead. Enter it once it was made known.',
)
const textNeeded = problem(
  'text',
  'too-short',
  'Viết lời cho mọi người đọc: nội dung nào đúng, nội dung nào không, đã xử lý thế nào; không nêu tên ai.',
  'Write what everybody reads: what was found true, what was not, what was done; without anybody’s name.',
)
