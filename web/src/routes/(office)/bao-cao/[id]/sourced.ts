// The lines of a section with the units they came from; what was worded anew stands last, as the unit had it. Pure.
export interface Passage {
  section: string
  bodyName: string
  text: string
  unchanged: boolean
}

export function sourcedLines(text: string, passages: readonly Passage[]) {
  const unitsOf = (line: string) => [
    ...new Set(passages.filter((one) => one.text === line).map(({ bodyName }) => bodyName)),
  ]
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–+•]\s+/, '').trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, units: unitsOf(line) }))
  const gone = [...new Set(passages.filter(({ unchanged }) => !unchanged).map((one) => one.text))]
  return [...lines, ...gone.map((line) => ({ text: line, units: unitsOf(line), changed: true }))]
}
