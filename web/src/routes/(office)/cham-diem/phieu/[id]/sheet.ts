// The shape in which a score sheet is opened, and the panels of its page. Pure.
import type { open } from '@dong-thuan/core/assessments/scoresheet.reads.ts'
import { unsent as unsentStages } from '@dong-thuan/core/assessments/scoresheet.ts'
import type { Answer } from '#web/ask.ts'

export type Sheet = Answer<typeof open>

/** The files that show what a criterion asks. */
export const filesOf = (sheet: Pick<Sheet, 'id' | 'evidence'>, no: number) =>
  sheet.evidence
    .filter((one) => one.no === no)
    .map(({ id, title }) => ({ id, title, href: `/cham-diem/phieu/${sheet.id}/tep/${id}` }))

/** Moves that need no more than a look, or a word why. */
export const panels = ['takeBack', 'object', 'giveBack', 'reopen', 'excuse', 'include'] as const
export const asksWhy: ReadonlySet<string> = new Set(['object', 'giveBack', 'reopen', 'excuse', 'include'])

/** Takes the body out of what is counted, or its class away. */
export const lasting: ReadonlySet<string> = new Set(['reopen', 'excuse'])
/** Stages before the body has sent its sheet. */
export const unsent: ReadonlySet<string> = new Set(unsentStages)
