// What the form of the second step says, as the input of the operation: bodies to make, bodies to change. Pure.
import type { Input } from '#web/form.ts'

/** What a person may choose; “dissolve” is an end without anybody who takes over. */
export const choices = ['end', 'dissolve', 'rename', 'move', 'keep'] as const

const rows = (value: unknown) => (Array.isArray(value) ? (value as Input[]) : [])

export function bodiesOf(read: Input) {
  return {
    make: rows(read.make)
      .filter((one) => one.make === true)
      .map(({ make: _make, parent = null, functions = [], ...one }) => ({ ...one, parent, functions })),
    change: rows(read.change).map(({ action, to, name, placeId, body, version }) => ({
      ...{ body, version, action: action === 'dissolve' ? 'end' : action },
      to: action === 'end' && to ? to : [],
      ...(action === 'rename' || action === 'move' ? { name } : {}),
      ...(action === 'move' ? { placeId } : {}),
    })),
  }
}
