// English: words of forms and of refusals.
import type { Words } from '../words.ts'

export const form: Words['form'] = {
  problems: (count) => (count === 1 ? 'There is 1 thing to correct' : `There are ${count} things to correct`),
  refused: 'This could not be done',
  errorMark: 'Error:',
  reason: 'Reason',
  reasonHint: 'The person who receives this can read the reason.',
  day: 'Day',
  dayHint: 'For example 26/11/2026',
  allBodies: (name, count) => `All of ${name} (${count})`,
  pickBodies: (name, picked) => `Choose one by one: ${name}${picked > 0 ? ` · ${picked} chosen` : ''}`,
}
