// Which row is whose: names in a sheet against the names of bodies and their places. Pure; what is not sure stays open.
import type { Id } from '../shared/id.ts'
import { searchKey } from '../shared/text.ts'

export interface Named {
  id: Id<'body'>
  name: string
  shortName: string | null
  placeName: string
  placeFullName: string
}

/** The one body a name means, or null: none, or several. Letters with their marks decide before letters without. */
export function bodyNamed(text: string, bodies: readonly Named[]): Id<'body'> | null {
  for (const key of [exactKey, searchKey]) {
    const wanted = key(text)
    if (wanted === '') return null
    const meant = bodies.filter((body) =>
      namesOf(body).some((name) => key(name) === wanted || key(name) === bare(wanted)),
    )
    if (meant.length > 0) return meant.length === 1 ? meant[0]!.id : null
  }
  return null
}

function namesOf({ name, shortName, placeName, placeFullName }: Named): string[] {
  return [name, placeFullName, placeName, ...(shortName ? [shortName] : [])]
}

function exactKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** “UBND xã Tân An” and “TT Vĩnh An” without what stands before the name of the place. */
function bare(key: string): string {
  return key.replace(/^.*?\b(xã|xa|phường|phuong|thị trấn|thi tran|đặc khu|dac khu|tt|p|x)\b\s*(?=\S)/u, '')
}
