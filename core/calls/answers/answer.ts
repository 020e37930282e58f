// What one body answers to a call: its text by section, and what stands in the way of sending it. Pure.
import { problem, type Problem } from '../../shared/result.ts'
import { wordsIn, type CallSection } from '../call.ts'

export const answerStages = ['draft', 'submitted', 'returned', 'accepted'] as const
export type AnswerStage = (typeof answerStages)[number]

/** By the key of the section. */
export type Texts = Readonly<Record<string, string>>

/** Sections the outline does not have: forbidden even in a draft. */
export function faultsOfTexts(sections: readonly CallSection[], texts: Texts): Problem[] {
  const known = new Set(sections.map(({ key }) => key))
  return Object.keys(texts)
    .filter((key) => !known.has(key))
    .map((key) =>
      problem(`texts.${key}`, 'no-such-section', 'Đề cương không có mục này.', 'The outline has no such section.'),
    )
}

/** Everything that forbids sending, all at once. */
export function faultsOfSending(sections: readonly CallSection[], texts: Texts): Problem[] {
  const faults = sections.map(({ key, heading, mostWords }) => {
    const words = wordsIn(texts[key] ?? '')
    if (words === 0)
      return problem(
        `texts.${key}`,
        'missing',
        `“${heading}” chưa viết. Nếu không có gì, hãy ghi “Không có”.`,
        `“${heading}” is empty. Write “Không có” if there is nothing to say.`,
      )
    if (words > mostWords)
      return problem(
        `texts.${key}`,
        'too-long',
        `“${heading}” dài ${words} chữ, đề cương cho nhiều nhất ${mostWords} chữ. Hãy rút gọn.`,
        `“${heading}” has ${words} words; the call allows ${mostWords}.`,
      )
    return null
  })
  return [...faultsOfTexts(sections, texts), ...faults.filter((one) => one !== null)]
}
