// The life of a programme: drafted by the mobilisation officers, issued by the standing board, closed at year's end.
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'
import type { ProgrammeStage } from './programme.ts'

export const programmeMoves = ['create', 'edit', 'issue', 'close', 'consolidate'] as const
export type ProgrammeMove = (typeof programmeMoves)[number]

const table: Record<
  ProgrammeMove,
  { from: readonly (ProgrammeStage | 'none')[]; by: readonly Role[]; to: ProgrammeStage | null }
> = {
  create: { from: ['none'], by: ['officer', 'head'], to: 'draft' },
  edit: { from: ['draft', 'issued'], by: ['officer', 'head'], to: null },
  issue: { from: ['draft'], by: ['standingBoard'], to: 'issued' },
  close: { from: ['issued'], by: ['standingBoard', 'head'], to: 'closed' },
  consolidate: { from: ['issued', 'closed'], by: ['officer', 'head'], to: null },
}

export interface ProgrammeStanding {
  stage: ProgrammeStage | 'none'
  /** The programme's body, and the bodies doing mass mobilisation directly under it: its staff. */
  staff: readonly Id<'body'>[]
}

export function stageAfterProgramme(move: ProgrammeMove, from: ProgrammeStage): ProgrammeStage {
  return table[move].to ?? from
}

export function whyNotProgramme(actor: Actor, move: ProgrammeMove, programme: ProgrammeStanding) {
  const { by, from } = table[move]
  if (actor.kind === 'anonymous')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  if (actor.kind === 'person' && !actor.roles.some((h) => by.includes(h.role) && programme.staff.includes(h.bodyId)))
    return by.includes('standingBoard')
      ? forbidden(
          'board-only',
          'Việc này do Thường trực cấp ủy của đơn vị ban hành làm.',
          'This is done by the standing board of the issuing body.',
        )
      : forbidden(
          'not-your-programme',
          'Chương trình này của đơn vị khác; chỉ cán bộ dân vận của đơn vị đó được sửa.',
          'This programme belongs to another body; only its mobilisation officers change it.',
        )
  if (from.includes(programme.stage)) return null
  return programme.stage === 'closed'
    ? conflict('programme-closed', 'Chương trình đã kết thúc, không sửa được nữa.', 'The programme is closed.')
    : conflict('programme-stage', 'Chương trình không ở bước có thể làm việc này.', 'Not possible at this stage.')
}
