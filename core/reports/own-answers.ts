// What a body answered to calls, beside the sections of its own report: which answers may fill which sections. Pure.
import { paragraphsOf, type Asked } from '../calls/call.ts'
import type { OwnAnswer } from '../calls/call.read.ts'
import type { Id } from '../shared/id.ts'
import { withLines, type Passage } from './merge.ts'
import type { Report } from './report.ts'

/** The answers that go into sections nobody has written: asked for the same kind and period, the newest call first. */
export function fitting(
  answers: readonly OwnAnswer[],
  report: Pick<Report, 'kind' | 'periodKey'>,
  unwritten: readonly string[],
): OwnAnswer[] {
  const asked = answers.filter(({ kind, periodKey }) => kind === report.kind && periodKey === report.periodKey)
  return unwritten.flatMap((key) => asked.find(({ section }) => section === key) ?? [])
}

export function passagesOfAnswer(answer: OwnAnswer, bodyId: Id<'body'>): Passage[] {
  return paragraphsOf(answer.text).map((text, at) => ({
    ...{ versionId: answer.version, paragraph: at + 1 },
    ...{ bodyId, text },
  }))
}

export const textOfAnswer = (passages: readonly Passage[], asks: Asked) => withLines('', passages, asks)
