// What a sender or a handler attaches (core/media), and what the desk is told about it.
import { takenOn } from '../media/taken.ts'
import { shownDay, addDays, type Day } from '../shared/day.ts'

export { attachedSchema, filesAhead, originalsOf } from '../media/attached.ts'

/**
 * For the desk, below the words of the letter: a photograph whose camera says that it was taken after it was sent. A wrong clock is
 * nobody's fault, so it is taken all the same; a day more is the other side of the world.
 */
export function withDates(text: string, originals: readonly { name: string; bytes: Uint8Array }[], today: Day): string {
  const late = originals.flatMap(({ name, bytes }) => {
    const on = takenOn(bytes)
    return on !== null && on > addDays(today, 1)
      ? [`[Ảnh “${name}”: máy ghi ngày chụp ${shownDay(on)}, sau ngày gửi.]`]
      : []
  })
  return [text, ...late].join('\n')
}
