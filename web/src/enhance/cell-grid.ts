// A block copied from a spreadsheet falls into the cells right and down of the one it is pasted on; arrows go up and down.
import { parseRef, refName } from '@dong-thuan/core/collections/sheet/ref.ts'

const cells = new Map(
  [...document.querySelectorAll<HTMLInputElement>('input[data-cell]')].map((cell) => [cell.dataset.cell!, cell]),
)

/** The cell so many rows and columns away, where it is asked. */
function cellFrom(ref: string, { down, right }: { down: number; right: number }): HTMLInputElement | undefined {
  const { row, column } = parseRef(ref)!
  return cells.get(refName({ row: row + down, column: column + right }))
}

document.addEventListener('paste', (event) => {
  const at = event.target instanceof HTMLInputElement ? event.target.dataset.cell : undefined
  const text = (event.clipboardData?.getData('text') ?? '').replace(/\r?\n$/, '')
  if (!at || !/[\t\n]/.test(text)) return
  event.preventDefault()
  let outside = 0
  text.split(/\r?\n/).forEach((line, down) =>
    line.split('\t').forEach((value, right) => {
      const cell = cellFrom(at, { down, right })
      if (cell) cell.value = value.trim()
      else if (value.trim() !== '') outside += 1
    }),
  )
  const said = document.querySelector<HTMLElement>('[data-paste-said]')
  if (said) said.textContent = outside === 0 ? '' : said.dataset.pasteSaid!.replace('{count}', String(outside))
})

document.addEventListener('keydown', (event) => {
  const at = event.target instanceof HTMLInputElement ? event.target.dataset.cell : undefined
  const down = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const next = at && down ? cellFrom(at, { down, right: 0 }) : undefined
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
})

export {}
