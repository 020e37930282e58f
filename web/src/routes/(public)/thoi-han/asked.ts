// Between the form of a time limit and the operation: its fields have other names, and the sentences come back to them. Pure.
import { fieldId, type Input, type RefusedForm } from '#web/form.ts'

/** Days without a rule of the law. */
export const plainRules = ['workingDays', 'days'] as const

/** What the operation is asked. */
export function askedLimit({ rule, value, from, time, pauseFrom, pauseTo, extension }: Input) {
  const plain = plainRules.find((one) => one === rule)
  const pause = pauseFrom || pauseTo ? `${pauseFrom ?? ''}..${pauseTo ?? ''}` : undefined
  const limit = plain ? { [plain]: value ?? '' } : { rule }
  return { ...limit, from: time ? `${from ?? ''}T${time}` : (from ?? ''), pause, extension }
}

const fields: Record<string, string> = { workingDays: 'value', days: 'value', pause: 'pauseFrom' }

/** The refusal with the names of the form. */
export function fieldTyped({ typed, refusal }: RefusedForm): RefusedForm {
  const named = (field: string) => fields[field] ?? field
  return {
    typed,
    refusal: {
      ...refusal,
      lines: refusal.lines.map((line) => {
        const field = named(line.field)
        return { ...line, field, href: field ? `#${fieldId(field)}` : null }
      }),
      fields: Object.fromEntries(Object.entries(refusal.fields).map(([field, said]) => [named(field), said])),
    },
  }
}
