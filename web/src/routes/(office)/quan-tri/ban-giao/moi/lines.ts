// What the form of a hand-over says, as the input of the operation. Pure.
import type { Input } from '#web/form.ts'

const listed = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value])

/** Bodies that are ticked, each with its taker; roles shown but not ticked only end. */
export function handOverOf(read: Input) {
  const { number, dated, note, lines, rolesShown, rolesKept } = read
  const kept = new Set(listed(rolesKept))
  const rows = Array.isArray(lines) ? (lines as Input[]) : []
  return {
    ...{ number, dated, note },
    lines: rows.filter(({ include }) => include === true).map(({ from, to }) => ({ from, to })),
    endRoles: listed(rolesShown).filter((role) => !kept.has(role)),
  }
}
