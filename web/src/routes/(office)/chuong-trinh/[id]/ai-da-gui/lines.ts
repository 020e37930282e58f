// One line of the list as an address names it: body.form.period.
interface Line {
  body: number
  form: number
  period: number
}

export const lineName = ({ body, form, period }: Line) => `${body}.${form}.${period}`

export function lineAsked<L extends Line>(lines: readonly L[], name: string | null): L | null {
  return (name !== null && lines.find((line) => lineName(line) === name)) || null
}
