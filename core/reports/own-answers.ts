// What a body answered to calls, beside the sections of its own report: which answers may fill which sections. Pure.
import { paragraphsOf, type Asked } from '../calls/call.ts'
import type { OwnAnswer } from '../calls/call.read.ts'
import type { Id } from '../shared/id.ts'
import { longest, withLines, type Passage } from './merge.ts'
import type { Report } from './report.ts'

/**
 * The answers that go into sections nobody has written: asked for the same kind and period, the newest call first. One that
 * is longer there than a section may be, with the marks of its list, could not be saved again; it is merged in parts.
 */
export function fitting(
  answers: readonly OwnAnswer[],
  report: Pick<Report, 'kind' | 'periodKey'>,
  unwritten: readonly string[],
): OwnAnswer[] {
  const fits = ({ text, asks }: OwnAnswer) =>
    withLines(
      '',
      paragraphsOf(text).map((text) => ({ text })),
      asks,
    ).length <= longest
  const asked = answers.filter((one) => one.kind === report.kind && one.periodKey === report.periodKey && fits(one))
  return unwritten.flatMap((key) => asked.find(({ section }) => section === key) ?? [])
}

export function passagesOfAnswer(answer: OwnAnswer, bodyId: Id<'body'>): Passage[] {
  return paragraphsOf(answer.text).map((text, at) => ({
    ...{ versionId: answer.version, paragraph: at + 1 },
    ...{ bodyId, text },
  }))
}

export const textOfAnswer = (passages: readonly Passage[], asks: Asked) => withLines('', passages, asks)
