// What a registration form sends becomes the input of its operation. Pure.
import type { Input } from '#web/form.ts'

/** Lines without an amount are no resource; the rest stays as it was typed. */
export function withResources(read: Input): Input {
  const lines = Array.isArray(read.resources) ? (read.resources as Input[]) : []
  return { ...read, resources: lines.filter(({ amount }) => amount !== undefined && amount !== '') }
}
