// Pressing two corner cells of the sheet writes the area into the first empty field.
import { parseRange, rangeName } from '@dong-thuan/core/collections/sheet/ref.ts'

const table = document.querySelector<HTMLTableElement>('table[data-mark-cells]')
const said = document.querySelector<HTMLElement>('[data-mark-said]')
let first: HTMLElement | null = null

table?.addEventListener('click', (event) => {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ref]') : null
  if (!cell) return
  if (!first) {
    first = cell
    cell.classList.add('corner')
    if (said) said.textContent = said.dataset.markSaid!.replace('{ref}', cell.dataset.ref!)
    return
  }
  const range = parseRange(`${first.dataset.ref}:${cell.dataset.ref}`)!
  first.classList.remove('corner')
  first = null
  if (said) said.textContent = ''
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[name^="areas."][name$=".range"]')]
  const field = fields.find((one) => one.value === '') ?? fields.at(-1)
  if (!field) return
  field.value = rangeName(range)
  const folded = field.closest('details')
  if (folded) folded.open = true
  field.focus()
})

export {}
