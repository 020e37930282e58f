// English: words of figures, tables and pictures.
import type { Words } from '../words.ts'

export const figures: Words['figures'] = {
  none: 'no figures',
  missing: 'not enough figures',
  bar: (value, threshold) => (threshold ? `${value}, level asked ${threshold}` : value),
  barMissing: (threshold) => (threshold ? `Not enough figures, level asked ${threshold}` : 'Not enough figures'),
  provisional: (text) => `Provisional: ${text}`,
  changes: 'The changes',
  lineage: 'Picture of the changes; scroll sideways to see all',
  becomes: 'becomes',
  table: 'Table; scroll sideways to see all',
  now: 'now',
}
