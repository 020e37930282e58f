// How fast a key may send: its own pace, kept with it; a gate a key, in this process's memory.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Gate, type Pace } from '../cases/flood.ts'
import { conflict } from '../shared/result.ts'

/** Of a key for which nobody says another. */
export const usualPace = z
  .object({ burst: z.number().int(), aMinute: z.number().int() })
  .parse(JSON.parse(readFileSync(new URL('./data/pace.json', import.meta.url), 'utf8')))

const gates = new Map<number, { pace: Pace; gate: Gate }>()

/** null: go on. One system sends for many people; a broken loop sends without end. */
export function whyNotSoFast({ id, burst, aMinute }: Pace & { id: number }, now: Date) {
  const known = gates.get(id)
  const same = known?.pace.burst === burst && known.pace.aMinute === aMinute
  const { gate } = same ? known : { gate: new Gate({ burst, aMinute }) }
  if (!same) gates.set(id, { pace: { burst, aMinute }, gate })
  const wait = gate.wait(String(id), now)
  return wait > 0 ? slower(wait) : null
}

const slower = (seconds: number) =>
  conflict(
    'slower',
    `Gửi quá nhanh. Hãy chờ ${seconds} giây rồi gửi lại.`,
    `Too many at once. Wait ${seconds} seconds and send again.`,
  )
