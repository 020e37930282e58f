// Reads paper, paragraphs and sizes out of a Word file, as Word would resolve its styles.
import { partOfZip } from '../docx/unzip.ts'
import { all, ancestor, child, isOn, number, parseXml, value, type Element } from '../docx/xml.ts'
import type { Found, Line, Paper } from './found.ts'

/** null: not a Word file. */
export function readDocx(file: Buffer): Found | null {
  const body = parseXml(partOfZip(file, 'word/document.xml'))
  if (!body) return null
  const styles = stylesOf(parseXml(partOfZip(file, 'word/styles.xml')))
  const sections = all(body, 'sectPr')
  const paragraphs = all(body, 'p').filter((p) => ancestor(p, 'txbxContent') === null)
  const lines = paragraphs.flatMap((p) => lineOf(p, styles) ?? [])
  return {
    format: 'docx',
    papers: sections.map(paperOf),
    pageNumber: pageNumberOf(file, sections[0], styles),
    ruleBelowNation: ruleBelow(paragraphs, styles),
    lines,
  }
}

const mm = (twentieths: number) => (twentieths * 25.4) / 1440

function paperOf(section: Element): Paper {
  const size = child(section, 'pgSz')
  const margins = child(section, 'pgMar')
  const side = (name: string) => mm(number(margins, name) ?? 0)
  return {
    ...{ width: mm(number(size, 'w') ?? 0), height: mm(number(size, 'h') ?? 0) },
    margins: { top: side('top'), bottom: side('bottom'), left: side('left'), right: side('right') },
  }
}

/** Properties from the general to the particular: defaults, the style and those it rests on. */
export interface Styles {
  run(style: string | null): (Element | null)[]
  paragraph(style: string | null): (Element | null)[]
}

export function stylesOf(root: Element | null): Styles {
  if (!root) return { run: () => [], paragraph: () => [] }
  const byId = new Map(all(root, 'style').map((style) => [value(style, 'styleId'), style]))
  const standard = all(root, 'style').find(
    (style) => value(style, 'type') === 'paragraph' && ['1', 'true'].includes(value(style, 'default') ?? ''),
  )
  // Styles of a file from elsewhere may rest on one another in a ring.
  const chain = (id: string | null, above: readonly Element[] = []): Element[] => {
    const style = id === null ? standard : byId.get(id)
    if (!style || above.includes(style)) return []
    const below = value(child(style, 'basedOn'))
    return [...(below ? chain(below, [...above, style]) : []), style]
  }
  const defaults = (name: 'r' | 'p') => child(all(root, `${name}PrDefault`)[0], `${name}Pr`)
  return {
    run: (style) => [defaults('r'), ...chain(style).map((one) => child(one, 'rPr'))],
    paragraph: (style) => [defaults('p'), ...chain(style).map((one) => child(one, 'pPr'))],
  }
}

/** The last that says something. */
function resolved<T>(properties: readonly (Element | null)[], read: (properties: Element) => T | null): T | null {
  return properties.reduce<T | null>((known, one) => (one && read(one)) ?? known, null)
}

interface Letters {
  count: number
  size: number
  bold: boolean
  italic: boolean
  underline: boolean
  font: string
}

function lettersOf(run: Element, style: string | null, styles: Styles): Letters & { text: string } {
  const text = all(run, 't')
    .map((one) => one.textContent ?? '')
    .join('')
  const own = child(run, 'rPr')
  const named = value(child(own, 'rStyle')) // without one, the style of the paragraph stands alone
  const properties = [...styles.run(style), ...(named ? styles.run(named).slice(1) : []), own]
  const on = (name: string) => resolved(properties, (one) => isOn(child(one, name))) ?? false
  return {
    ...{ text, count: text.trim().length, bold: on('b'), italic: on('i'), underline: on('u') },
    size: (resolved(properties, (one) => number(child(one, 'sz'))) ?? 20) / 2,
    font: resolved(properties, (one) => value(child(one, 'rFonts'), 'ascii')) ?? '',
  }
}

const alignments: Record<string, Line['align']> = { center: 'centre', right: 'right', end: 'right', both: 'justify' }

export function lineOf(paragraph: Element, styles: Styles): Line | null {
  const own = child(paragraph, 'pPr')
  const style = value(child(own, 'pStyle'))
  const runs = all(paragraph, 'r').map((run) => lettersOf(run, style, styles))
  const text = runs.map((run) => run.text).join('')
  if (text.trim() === '') return null
  const most = (of: (run: Letters) => string | number | boolean) => {
    const counts = Map.groupBy(runs, of)
    const sum = (some: readonly Letters[]) => some.reduce((total, { count }) => total + count, 0)
    return [...counts].sort(([, a], [, b]) => sum(b) - sum(a))[0]![0]
  }
  const properties = [...styles.paragraph(style), own]
  const spacing = (name: string) => resolved(properties, (one) => value(child(one, 'spacing'), name))
  const line = Number(spacing('line') ?? 240)
  const exact = spacing('lineRule') === 'exact'
  return {
    text,
    size: most((run) => run.size) as number,
    bold: most((run) => run.bold) as boolean,
    italic: most((run) => run.italic) as boolean,
    underline: most((run) => run.underline) as boolean,
    align: alignments[resolved(properties, (one) => value(child(one, 'jc'))) ?? ''] ?? 'left',
    fonts: [...new Set(runs.filter((run) => run.count > 0).map((run) => run.font))],
    firstLine: mm(Number(resolved(properties, (one) => value(child(one, 'ind'), 'firstLine')) ?? 0)),
    lineExact: exact ? line / 20 : null,
    lineMultiple: exact ? null : line / 240,
    after: Number(spacing('after') ?? 0) / 20,
    where: whereOf(paragraph),
    page: null,
  }
}

/** A table of two cells without borders is how a head or a tail is set. */
function whereOf(paragraph: Element): Line['where'] {
  const cell = ancestor(paragraph, 'tc')
  if (!cell) return 'across'
  const row = ancestor(cell, 'tr')!
  const cells = all(row, 'tc').filter((one) => ancestor(one, 'tr') === row)
  const rows = all(ancestor(row, 'tbl')!, 'tr')
  if (cells.length !== 2 || rows.length > 3) return 'table'
  return cell === cells[0] ? 'left' : 'right'
}

function ruleBelow(paragraphs: readonly Element[], styles: Styles): boolean {
  const at = paragraphs.findIndex((p) =>
    /^(ĐẢNG CỘNG SẢN VIỆT NAM|ĐOÀN TNCS HỒ CHÍ MINH|Độc lập - Tự do)/.test(lineOf(p, styles)?.text ?? ''),
  )
  if (at < 0) return false
  const last = /^Độc lập/.test(lineOf(paragraphs[at + 1]!, styles)?.text ?? '') ? at + 1 : at
  const borderOf = (p: Element | undefined, side: string) => child(child(child(p, 'pPr'), 'pBdr'), side)
  const underlined = lineOf(paragraphs[last]!, styles)?.underline
  return !!(underlined || borderOf(paragraphs[last], 'bottom') || borderOf(paragraphs[last + 1], 'top'))
}

function pageNumberOf(file: Buffer, section: Element | undefined, styles: Styles): Found['pageNumber'] {
  const links = parseXml(partOfZip(file, 'word/_rels/document.xml.rels'))
  if (!section || !links) return null
  const target = (type: string) => {
    const reference = all(section, 'headerReference').find((one) => value(one, 'type') === type)
    const id = reference?.getAttribute('r:id')
    const link = (Array.from(links.getElementsByTagName('Relationship')) as Element[]).find(
      (one) => one.getAttribute('Id') === id,
    )
    return parseXml(partOfZip(file, `word/${link?.getAttribute('Target') ?? ''}`))
  }
  const paged = pageNumberIn(target('default'), styles)
  if (!paged) return null
  const titlePage = isOn(child(section, 'titlePg')) ?? false
  return {
    from: titlePage && !pageNumberIn(target('first'), styles) ? 2 : 1,
    top: mm(number(child(section, 'pgMar'), 'header') ?? 0),
    ...paged,
  }
}

/** null: a header without a page number. */
export function pageNumberIn(header: Element | null, styles: Styles): { size: number; align: Line['align'] } | null {
  const code = (one: Element) =>
    [
      ...all(one, 'instrText').map((text) => text.textContent ?? ''),
      ...all(one, 'fldSimple').map((field) => value(field, 'instr') ?? ''),
    ].join(' ')
  const paragraph = header && all(header, 'p').find((p) => /\bPAGE\b/.test(code(p)))
  if (!paragraph) return null
  const runs = all(paragraph, 'r')
  const run = runs.find((one) => all(one, 'instrText').length > 0) ?? runs[0]
  if (!run) return null
  const style = value(child(child(paragraph, 'pPr'), 'pStyle'))
  const aligned = [...styles.paragraph(style), child(paragraph, 'pPr')]
  return {
    size: lettersOf(run, style, styles).size,
    align: alignments[resolved(aligned, (one) => value(child(one, 'jc'))) ?? ''] ?? 'left',
  }
}
