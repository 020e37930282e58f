// Forms as they come back: changed part by part as Word would, spoilt on purpose, or through LibreOffice itself.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { partOf, readZip, zipOf } from '../../collections/sheet/zip.ts'

type Change = (xml: string) => string

/** The same file with some parts written otherwise; a part that is not there is added. */
export function withChanged(file: Buffer, changes: Readonly<Record<string, Change>>): Buffer {
  const zip = readZip(file)
  const names = [...new Set([...zip.keys(), ...Object.keys(changes)])]
  return zipOf(
    names.map((name) => {
      const bytes = partOf(zip, name) ?? Buffer.from('')
      return { name, bytes: changes[name] ? Buffer.from(changes[name](bytes.toString())) : bytes }
    }),
  )
}

export const inDocument = (file: Buffer, change: Change) => withChanged(file, { 'word/document.xml': change })
export const inStyles = (file: Buffer, change: Change) => withChanged(file, { 'word/styles.xml': change })

/** A field with everything its control holds. */
export function controlOf(xml: string, name: string): string {
  const at = xml.indexOf(`<w:tag w:val="field:${name}"/>`)
  const start = xml.lastIndexOf('<w:sdt>', at)
  return xml.slice(start, xml.indexOf('</w:sdt>', at) + '</w:sdt>'.length)
}

/** A size in the style of a field, in points. */
export function styled(xml: string, name: string, points: number): string {
  const start = xml.indexOf(`w:styleId="Mau${name}"`)
  const end = xml.indexOf('</w:style>', start)
  const style = xml.slice(start, end).replaceAll(/<w:(sz|szCs) w:val="\d+"\/>/g, `<w:$1 w:val="${points * 2}"/>`)
  return xml.slice(0, start) + style + xml.slice(end)
}

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0
/** Told where it is skipped; the checks of every change set CI, and there it is never skipped. */
export const withoutLibreOffice = !hasLibreOffice && !process.env.CI && 'máy này không có LibreOffice'

/** Opened and saved by LibreOffice. */
export function throughLibreOffice(file: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'dt-word-'))
  try {
    const from = join(folder, 'mau.docx')
    writeFileSync(from, file)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const to = join(folder, 'saved')
    const ran = spawnSync('soffice', [profile, '--headless', '--convert-to', 'docx', '--outdir', to, from])
    if (ran.status !== 0) throw new Error(ran.stderr.toString())
    return readFileSync(join(to, 'mau.docx'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
