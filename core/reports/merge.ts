// Passages of units put into a section of a report: which lines are added, and whose words each of them is. Pure.
import { paragraphsOf, type Asked } from '../calls/call.ts'
import type { Group, SectionText } from '../calls/call.read.ts'
import type { Id } from '../shared/id.ts'

/** Characters a section may hold. */
export const longest = 20_000

export interface Item {
  version: number
  paragraph: number
}

/** A line of the report and one unit it comes from; a grouped line has one passage for each of its units. */
export interface Passage {
  versionId: Id<'answer_version'>
  paragraph: number
  bodyId: Id<'body'>
  text: string
}

/** null: an item is no longer what its unit last sent. */
export function passagesOf(
  units: readonly SectionText[],
  { items, groups }: { items: readonly Item[]; groups: readonly Pick<Group, 'label' | 'units' | 'items'>[] },
): Passage[] | null {
  const passages = items.map((item) => passageOf(units, item))
  const grouped = groups.flatMap((group) =>
    group.items.map((item) => {
      const passage = passageOf(units, item)
      return passage && { ...passage, text: lineOfGroup(group) }
    }),
  )
  const all = [...passages, ...grouped]
  return all.some((one) => one === null) ? null : all.filter((one) => one !== null)
}

function passageOf(units: readonly SectionText[], { version, paragraph }: Item): Passage | null {
  const unit = units.find(({ versionId }) => versionId === version)
  const text = unit && paragraphsOf(unit.text)[paragraph - 1]
  return text ? { versionId: unit.versionId, paragraph, bodyId: unit.body, text } : null
}

/** “Thiếu nước sạch mùa khô (3 đơn vị: …)”. */
export function lineOfGroup({ label, units }: Pick<Group, 'label' | 'units'>): string {
  return `${label.replace(/[.\s]+$/, '')} (${units.length} đơn vị: ${units.join(', ')})`
}

/** The text with the new lines under it; items of difficulties and proposals stand in a list. */
export function withLines(text: string, passages: readonly Pick<Passage, 'text'>[], asks: Asked): string {
  const mark = asks === 'text' ? '' : '- '
  const lines = [...new Set(passages.map((passage) => mark + passage.text))]
  return [text, ...lines].filter((line) => line !== '').join('\n')
}

/** Whether a passage still stands in the text as it was merged. */
export function stillStands(text: string, passage: string): boolean {
  return paragraphsOf(text).includes(passage)
}
