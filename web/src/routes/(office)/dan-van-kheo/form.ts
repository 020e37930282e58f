// What a registration form sends becomes the input of its operation. Pure.
import type { Input } from '#web/form.ts'

/** Lines nobody wrote in are no resource; one with a note and no amount is refused by its operation, not dropped. */
export function withResources(read: Input): Input {
  const lines = Array.isArray(read.resources) ? (read.resources as Input[]) : []
  return { ...read, resources: lines.filter(({ amount, note }) => amount !== undefined || note !== undefined) }
}
