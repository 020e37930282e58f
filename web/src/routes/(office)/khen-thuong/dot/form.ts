// What the forms of a round send becomes the input of their operations. Pure.
import type { Input } from '#web/form.ts'

const rows = (value: unknown) => (Array.isArray(value) ? (value as Input[]) : [])
const words = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []).filter(Boolean).map(String)

/** Chosen models, figures with their period, and words become the lines of merit; rows left blank are none. */
export function withMerits({ models, indicators, records, words: said, ...read }: Input): Input {
  return {
    ...read,
    merits: [
      ...words(models).map((modelId) => ({ kind: 'model', modelId })),
      ...rows(indicators)
        .filter(({ id }) => id !== undefined)
        .map(({ id, period, text }) => ({ kind: 'indicator', indicatorId: id, periodId: period, text })),
      ...words(records).map((year) => ({ kind: 'record', year })),
      ...words(said).map((text) => ({ kind: 'text', text })),
    ],
  }
}

/** Members without a post are rows nobody filled. */
export function withMembers(read: Input): Input {
  return {
    ...read,
    members: rows(read.members).filter(({ post, username }) => post !== undefined || username !== undefined),
  }
}

/** Ticked ones only, each with the version it was seen in. */
export function withChosen(read: Input): Input {
  const chosen = rows(read.nominees).filter(({ chosen: ticked }) => ticked === true)
  return { ...read, nominees: chosen.map(({ id, expectedVersion }) => ({ id, expectedVersion })) }
}

/** Ticked bodies, each with its place. */
export function withRanks(read: Input): Input {
  const ticked = rows(read.members).filter(({ chosen }) => chosen === true)
  return { ...read, members: ticked.map(({ body, rank }) => ({ body, rank })) }
}
