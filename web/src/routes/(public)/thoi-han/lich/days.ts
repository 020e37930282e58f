// The lines of a year as they were sent: one whose day was cleared is dropped, the rest move up, with their faults. Pure.
const line = /^days\.(\d+)\.(.+)$/

export function dropEmptyDays(data: FormData): void {
  const fields = [...data].flatMap(([name, value]) => {
    const [, no, rest] = line.exec(name) ?? []
    return no === undefined ? [] : [{ name, no, rest: rest!, value }]
  })
  const kept = fields.filter(({ rest, value }) => /^day(:|$)/.test(rest) && value !== '').map(({ no }) => no)
  for (const { name } of fields) data.delete(name)
  for (const { no, rest, value } of fields)
    if (kept.includes(no)) data.append(`days.${kept.indexOf(no)}.${rest}`, value)
}
