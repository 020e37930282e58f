// Whether a case may be given to these bodies: near its desk, and not what it complains about.
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { invalid, problem } from '../shared/result.ts'
import { leadsFor } from './lead.store.ts'
import type { Submission } from './submission.ts'
import { firstAccused } from './submission.steps.ts'

export { leadsFor }

export async function whyNotLeads(
  { db, today }: WriteContext,
  { id, deskId }: Pick<Submission, 'id' | 'deskId'>,
  bodies: readonly Id<'body'>[],
) {
  const candidates = new Set<number>((await leadsFor(db, deskId, today)).map((one) => one.id))
  if (bodies.some((body) => body !== deskId && !candidates.has(body))) return invalid([notALead])
  return (await firstAccused(db, id, { bodies, today })) === null ? null : invalid([complainedAbout])
}

const notALead = problem(
  'lead',
  'not-a-lead',
  'Cơ quan này không ở cùng địa bàn, không phải cấp trên và không trực thuộc. Hãy chọn lại trong danh sách.',
  'This body is neither at the place, nor above, nor under the desk. Choose from the list.',
)
const complainedAbout = problem(
  'lead',
  'complained-about',
  'Đơn nói về chính cơ quan này, hoặc cấp trên của nó, nên không giao giải quyết được. Hãy chọn cơ quan khác.',
  'It complains about this body, or one above it. Choose another.',
)
