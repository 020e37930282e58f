// What a file of a report says: the figures it cites with their text, numbers of unknown origin, what it was made from.
import type { FigurePart } from './document.ts'
import { titleOfPart } from './docx/control.ts'
import { partOfZip } from './docx/unzip.ts'
import { aboutNames } from './render.ts'
import { traceSchema, type Trace } from './trace.ts'

export interface Citation {
  id: string
  part: FigurePart
  text: string
}

export interface CitedFile {
  about: { report: number | null; programme: number; kind: string; period: string }
  citations: Citation[]
  /** Words with digits that are no figure, quotation or structure. */
  untagged: string[]
  /** Only of a JSON file. */
  trace: Trace | null
}

/** null: not a file of a report made here. */
export function readFileOfReport(file: Buffer): CitedFile | null {
  const start = file.subarray(0, 200).toString('utf8').trimStart()
  if (start.startsWith('PK')) return readDocx(file)
  return start.startsWith('<') ? readHtml(file.toString('utf8')) : readJson(file.toString('utf8'))
}

function aboutOf(value: (name: string) => string | undefined): CitedFile['about'] | null {
  const [report, programme, kind, period] = Object.values(aboutNames).map(value)
  if (!programme || !kind || period === undefined) return null
  return { report: report ? Number(report) : null, programme: Number(programme), kind, period }
}

function readHtml(html: string): CitedFile | null {
  const about = aboutOf((name) => new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(html)?.[1])
  const body = /<main class="paper">([\s\S]*)<\/main>/.exec(html)?.[1]
  if (!about || body === undefined) return null
  const citations: Citation[] = []
  const tagged = /<(t?span) data-(figure|quotation|structure)="([^"]*)"(?: data-part="(\w+)")?[^>]*>([\s\S]*?)<\/\1>/g
  const rest = body.replaceAll(tagged, (_all, _tag, kind: string, id: string, part: FigurePart, inner: string) => {
    if (kind === 'figure') citations.push({ id, part, text: plain(inner) })
    return ''
  })
  return {
    about,
    citations,
    untagged: untaggedIn(rest.split(/<\/?(?:p|li|td|th|h\d|text|caption|figcaption)\b[^>]*>/)),
    trace: null,
  }
}

function readDocx(file: Buffer): CitedFile | null {
  const custom = partOfZip(file, 'docProps/custom.xml')
  const body = partOfZip(file, 'word/document.xml')
  const about = custom && aboutOf((name) => new RegExp(`name="${name}"[^>]*>\\s*<vt:\\w+>([^<]*)<`).exec(custom)?.[1])
  if (!about || body === null) return null
  const parts = new Map(Object.entries(titleOfPart).map(([part, title]) => [title, part as FigurePart]))
  const citations: Citation[] = []
  const rest = body.replaceAll(/<w:sdt>([\s\S]*?)<\/w:sdt>/g, (_all, control: string) => {
    const tag = /<w:tag w:val="([^"]*)"/.exec(control)?.[1] ?? ''
    const title = plain(/<w:alias w:val="([^"]*)"/.exec(control)?.[1] ?? '')
    if (tag.startsWith('figure:'))
      citations.push({ id: tag.slice(7), part: parts.get(title) ?? 'value', text: wordsOf(control) })
    return ''
  })
  return { about, citations, untagged: untaggedIn(rest.split('</w:p>').map(wordsOf)), trace: null }
}

/** The text of all runs; deleted and field codes are not text. */
function wordsOf(xml: string): string {
  return plain([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''))
}

function readJson(text: string): CitedFile | null {
  try {
    const trace = traceSchema.parse(JSON.parse(text))
    const { id, programme, kind, period } = trace.report
    const about = { report: id, programme: programme.id, kind, period: period.key }
    return { about, citations: [], untagged: [], trace }
  } catch {
    return null
  }
}

function untaggedIn(pieces: readonly string[]): string[] {
  return pieces.map((piece) => plain(piece).trim()).filter((piece) => /\p{Nd}/u.test(piece))
}

function plain(marked: string): string {
  return marked
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
