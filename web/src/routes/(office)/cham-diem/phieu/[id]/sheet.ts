// The shape in which a score sheet is opened, and the panels of its page. Pure.
import type { open } from '@dong-thuan/core/assessments/scoresheet.reads.ts'
import type { Answer } from '#web/ask.ts'

export type Sheet = Answer<typeof open>

/** Moves that need no more than a look, or a word why. */
export const panels = ['takeBack', 'giveBack', 'reopen', 'excuse', 'include'] as const
export const asksWhy: ReadonlySet<string> = new Set(['giveBack', 'reopen', 'excuse', 'include'])
