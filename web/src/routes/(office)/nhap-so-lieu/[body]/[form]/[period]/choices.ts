// A choice of one among several rows arrives as the number of the row; the rows hold 1 and 0.
import type { Input } from '#web/form.ts'

interface Row {
  no: number
  choice: string | null
}

/** Puts the choices among the rows; a choice not made leaves its rows empty. */
export function withChoices(read: Input, rows: readonly Row[]): Input {
  const { choice: picked = {}, rows: typed = [], ...rest } = read
  const chosen = Object.values(picked as Record<string, string>).map(Number)
  const choiceNames = new Set(rows.filter((row) => chosen.includes(row.no)).map((row) => row.choice))
  const made = rows
    .filter((row) => row.choice !== null && choiceNames.has(row.choice))
    .map((row) => ({ no: row.no, value: chosen.includes(row.no) ? 1 : 0 }))
  return { ...rest, rows: [...(typed as object[]), ...made] }
}
