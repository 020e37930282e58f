// The rows of a set being written: one more, one less, blank ones left out; everything typed stays. Pure.

/** A field by whose text a row counts as written, and the tick every row sends. */
const lists = {
  criteria: { texts: ['text', 'guidance', 'most:number'], tick: 'evidence:yes' },
  classes: { texts: ['name', 'least:number'], tick: 'passes:yes' },
} as const
export type List = keyof typeof lists

type Row = Map<string, string[]>

function rowsOf(data: FormData, list: List): Row[] {
  const rows = new Map<number, Row>()
  for (const name of new Set(data.keys())) {
    const [, no, field] = new RegExp(`^${list}\\.(\\d{1,3})\\.(.+)$`).exec(name) ?? []
    if (field === undefined) continue
    const row = rows.get(Number(no)) ?? new Map<string, string[]>()
    row.set(
      field,
      data.getAll(name).filter((value) => typeof value === 'string'),
    )
    rows.set(Number(no), row)
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row)
}

function putRows(data: FormData, list: List, rows: readonly Row[]): void {
  for (const name of [...data.keys()]) if (name.startsWith(`${list}.`)) data.delete(name)
  for (const [no, row] of rows.entries())
    for (const [field, values] of row) for (const value of values) data.append(`${list}.${no}.${field}`, value)
}

const isWritten = (list: List) => (row: Row) =>
  lists[list].texts.some((field) => row.get(field)?.some((value) => value.trim() !== ''))

/** Before it is saved. */
export function withoutBlank(data: FormData): void {
  for (const list of Object.keys(lists) as List[]) putRows(data, list, rowsOf(data, list).filter(isWritten(list)))
}

/** What the pressed button says: “add:criteria”, “drop:classes:2”; anything else changes nothing. */
export function pressed(data: FormData): void {
  const [what, list, no] = String(data.get('row') ?? '').split(':')
  data.delete('row')
  if (list !== 'criteria' && list !== 'classes') return
  const rows = rowsOf(data, list)
  if (what === 'add') rows.push(new Map([[lists[list].tick, ['false']]]))
  if (what === 'drop') rows.splice(Number(no), 1)
  putRows(data, list, rows)
}

/** How many rows stand in what was typed. */
export function countTyped(typed: Record<string, string>, list: List): number {
  const found = Object.keys(typed).map((name) => new RegExp(`^${list}\\.(\\d{1,3})\\.`).exec(name)?.[1])
  return Math.max(-1, ...found.filter((no) => no !== undefined).map(Number)) + 1
}
