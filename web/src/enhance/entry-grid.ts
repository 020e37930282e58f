// While figures are typed: the checks at the cell, the ratios beside it, arrow keys, and a column pasted from Excel.
import { findingsOf, type Check } from '@dong-thuan/core/programmes/forms/check.ts'
import { parseCount } from '@dong-thuan/core/programmes/entries/entry.ts'

const form = document.querySelector<HTMLFormElement>('form[data-checks]')
const cells = [...(form?.querySelectorAll<HTMLInputElement>('input[data-cell]') ?? [])]

if (form && cells.length > 0) {
  const checks = JSON.parse(form.dataset.checks!) as Check[]
  const memberships = JSON.parse(form.dataset.memberships ?? 'null')
  const locale = form.dataset.language === 'en' ? 'en-GB' : 'vi-VN'
  const before = new Map(
    [...form.querySelectorAll<HTMLElement>('tr[data-row]')].flatMap((row) => {
      const value = row.querySelector<HTMLElement>('[data-before]')?.dataset.before
      return value ? [[Number(row.dataset.row), Number(value)] as const] : []
    }),
  )

  const typed = () =>
    new Map(
      cells.flatMap((cell) => {
        const value = parseCount(cell.value)
        return typeof value === 'number' ? [[Number(cell.dataset.cell), value] as const] : []
      }),
    )

  const look = () => {
    const now = typed()
    const findings = findingsOf(checks, { now, before, memberships })
    for (const place of form.querySelectorAll<HTMLElement>('[data-problem]')) {
      const row = Number(place.dataset.problem)
      const mine = findings.filter((finding) => finding.row === row)
      place.replaceChildren(
        ...mine.map((finding) => Object.assign(document.createElement('p'), { textContent: finding.sentence })),
      )
      place.closest('tr')?.classList.toggle('faulty', mine.length > 0)
      const note = form.querySelector<HTMLDetailsElement>(`details[data-note="${row}"]`)
      if (note && mine.length > 0) note.open = true
    }
    for (const output of form.querySelectorAll<HTMLOutputElement>('output[data-numerator]')) showRatio(output, now)
  }

  const showRatio = (output: HTMLOutputElement, now: Map<number, number>) => {
    const add = (rows: string) => rows.split(' ').reduce((sum, row) => sum + (now.get(Number(row)) ?? Number.NaN), 0)
    const above = add(output.dataset.numerator!)
    const below = add(output.dataset.denominator!)
    const share = Number.isNaN(above) || !below ? null : Math.floor((above * 1000) / below + 0.5) / 10
    const text = share === null ? '' : `${share.toLocaleString(locale, { minimumFractionDigits: 1 })}\u00a0%`
    output.querySelector('b')!.textContent = text
  }

  const step = (from: EventTarget | null, by: number) => {
    const next = cells[cells.indexOf(from as HTMLInputElement) + by]
    next?.focus()
    next?.select()
  }

  for (const output of form.querySelectorAll<HTMLOutputElement>('output[data-numerator]')) showRatio(output, typed())
  form.addEventListener('input', look)
  form.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLInputElement) || !event.target.dataset.cell) return
    if (event.key === 'ArrowDown' || event.key === 'Enter') step(event.target, 1)
    else if (event.key === 'ArrowUp') step(event.target, -1)
    else return
    event.preventDefault()
  })
  form.addEventListener('paste', (event) => {
    const at = cells.indexOf(event.target as HTMLInputElement)
    const lines = (event.clipboardData?.getData('text') ?? '').replace(/\r?\n$/, '').split(/\r?\n/)
    if (at < 0 || lines.length < 2) return
    event.preventDefault()
    lines.forEach((line, i) => {
      const cell = cells[at + i]
      if (cell) cell.value = line.split('\t').at(-1)!.trim()
    })
    look()
  })
}

export {}
