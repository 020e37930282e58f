// English: the words of a state.
import type { Words } from '../words.ts'

export const status: Words['status'] = {
  met: 'met',
  provisional: 'provisional',
  provisionalMet: 'provisional: met',
  provisionalMissed: 'provisional: not met',
  missed: 'not met',
  insufficient: 'not enough figures',
  unreported: 'not reported',
  late: 'late',
  changed: 'changed',
}
