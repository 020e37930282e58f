// How a role and its days are written on the pages about people. Pure.
import { day } from '#web/words/format.ts'
import type { Words } from '#words'

interface Held {
  role: keyof Words['people']['roles']
  bodyName: string
  validFrom: string
  validTo: string | null
}

/** “từ 01/01/2023 đến 31/12/2023”. */
export function rolesSpan({ validFrom, validTo }: Pick<Held, 'validFrom' | 'validTo'>, words: Words): string {
  const from = words.account.since(day(validFrom))
  return validTo ? `${from} ${words.account.until(day(validTo))}` : from
}

/** “Văn thư – Huyện ủy Vĩnh Cửu”. */
export function roleIn({ role, bodyName }: Pick<Held, 'role' | 'bodyName'>, words: Words): string {
  return `${words.people.roles[role]} – ${bodyName}`
}

/** The roles as choices, with what each of them does. */
export function roleOptions(words: Words) {
  const names = Object.entries(words.people.roles) as [Held['role'], string][]
  return names.map(([value, label]) => ({ value, label, hint: words.people.roleHints[value] }))
}

/** Bodies as choices; what has ended says so. */
export function bodyOptions(bodies: readonly { id: number; name: string; endedOn: string | null }[], words: Words) {
  return bodies.map(({ id, name, endedOn }) => ({
    value: String(id),
    label: endedOn ? `${name} (${words.people.endedOn(day(endedOn))})` : name,
  }))
}
