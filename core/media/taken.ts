// The day a camera wrote into a photograph, found without decoding it: EXIF writes times as plain letters. Pure.
// It is read once, when the photograph comes, and goes out of it with everything else when it is made anew.
import { isDay, type Day } from '../shared/day.ts'

/** What a camera writes stands at the head of a file. */
const head = 262_144

/** The latest of them; null: none, as after most messengers. */
export function takenOn(bytes: Uint8Array): Day | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, head)).toString('latin1')
  const found = [...text.matchAll(/(?<!\d)(\d{4}):(\d{2}):(\d{2}) \d{2}:\d{2}:\d{2}\0/g)]
  const days = found.map(([, year, month, day]) => `${year}-${month}-${day}`).filter(isDay)
  return days.sort().at(-1) ?? null
}
