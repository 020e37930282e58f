// Runs of a document written into a form: in the manner of the run they replace, every number in a content control.
import type { Run } from '../document.ts'
import { tagOf } from '../docx/control.ts'
import { visible } from '../docx/markup.ts'
import { all, ancestor, child, childrenOf, copy, make, value, wordsOf, type Element } from '../docx/xml.ts'

/** How the first words of a control are set, or the control itself. */
export function firstRunStyle(control: Element): Element | null {
  const run = all(control, 'r').find((one) => wordsOf(one) !== '') ?? all(control, 'r')[0]
  const style = child(run, 'rPr')
  const own = style && copy(style)
  const placeholder = child(own, 'rStyle')
  if (placeholder && /placeholder/i.test(value(placeholder) ?? '')) own!.removeChild(placeholder)
  return own
}

export class RunWriter {
  readonly #document: Element

  constructor(document: Element) {
    this.#document = document
  }

  write(runs: readonly Run[], style: Element | null): Element[] {
    return runs.map((run) => {
      const written = this.#runOf(run, style)
      return run.kind === 'text' ? written : this.#control(tagOf(run), written)
    })
  }

  #runOf(run: Run, style: Element | null): Element {
    const own = style ? copy(style) : this.#make('rPr')
    const flag = run.style === 'bold' ? 'b' : run.style === 'italic' ? 'i' : null
    if (flag && !child(own, flag)) own.insertBefore(this.#make(flag), childrenOf(own).find(afterFlags) ?? null)
    const words = this.#make('t')
    words.setAttribute('xml:space', 'preserve')
    words.appendChild(this.#document.ownerDocument!.createTextNode(visible(run.text)))
    return this.#make('r', {}, childrenOf(own).length > 0 ? [own, words] : [words])
  }

  #control({ tag, title }: { tag: string; title: string }, written: Element): Element {
    const properties = [
      this.#make('alias', { val: title }),
      this.#make('tag', { val: tag }),
      this.#make('id', { val: '0' }),
    ]
    return this.#make('sdt', {}, [this.#make('sdtPr', {}, properties), this.#make('sdtContent', {}, [written])])
  }

  #make(name: string, attributes: Record<string, string> = {}, children: Element[] = []): Element {
    return make(this.#document, name, attributes, children)
  }

  /** Fixed words of the form with a number in them count nothing: they are tagged as names are. */
  tagNumbers(): void {
    const runs = all(this.#document, 'r').filter((run) => /\p{Nd}/u.test(wordsOf(run)) && !ancestor(run, 'sdt'))
    for (const run of runs) {
      const after = run.nextSibling
      const parent = run.parentNode!
      const control = this.#control({ tag: 'structure:name', title: 'Cấu trúc' }, run)
      parent.insertBefore(control, after)
    }
  }

  /** How many there are. */
  numberControls(): number {
    const controls = all(this.#document, 'sdt')
    for (const [at, control] of controls.entries())
      child(child(control, 'sdtPr'), 'id')?.setAttribute('w:val', String(at + 1))
    return controls.length
  }
}

/** The order of properties in a run is fixed: the name of the style and the fonts stand before bold and italic. */
const afterFlags = ({ nodeName }: Element) => !['w:rStyle', 'w:rFonts', 'w:b', 'w:bCs'].includes(nodeName)
