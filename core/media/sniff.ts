// What a file is, by its bytes; neither its name nor what the browser said is asked. What could run is refused.
import { fileTypeFromBuffer } from 'file-type'
import * as faults from './faults.ts'
import type { Fault } from './faults.ts'

export const kinds = {
  jpeg: { mediaType: 'image/jpeg', ending: 'jpg', picture: true },
  png: { mediaType: 'image/png', ending: 'png', picture: true },
  webp: { mediaType: 'image/webp', ending: 'webp', picture: true },
  avif: { mediaType: 'image/avif', ending: 'avif', picture: true },
  /** Whether it opens, the decoder says. */
  heic: { mediaType: 'image/heic', ending: 'heic', picture: true },
  pdf: { mediaType: 'application/pdf', ending: 'pdf', picture: false },
  text: { mediaType: 'text/plain', ending: 'txt', picture: false },
} as const
export type Kind = keyof typeof kinds

/** More is not needed to tell, and nothing packed is unpacked to tell it. */
const headBytes = 4100

export async function sniff(bytes: Uint8Array): Promise<Kind | Fault> {
  if (bytes.length === 0) return faults.empty
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const head = content.subarray(0, headBytes)
  const first = head.toString('latin1')
  if (first.startsWith('PK'))
    return /word\/|xl\/|ppt\/|\[Content_Types\]|opendocument/.test(first) ? faults.office : faults.archive
  if (first.startsWith('MZ') || first.startsWith('\u007fELF')) return faults.program
  const type = await fileTypeFromBuffer(head).catch(() => undefined)
  const kind = type ? kindOf(type.mime) : textOf(content)
  if (typeof kind !== 'string') return kind
  return hiddenIn(content, kind) ?? kind
}

const known: Record<string, Kind> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
}

const refused: readonly [RegExp, Fault][] = [
  [
    /^application\/(x-msdownload|x-elf|x-mach-binary|java-vm|wasm|vnd\.microsoft\.portable-executable|x\.ms\.shortcut)/,
    faults.program,
  ],
  [/^application\/(rtf|x-cfb|msword|vnd\.(ms-|openxmlformats|oasis))/, faults.office],
  [
    /^application\/(zip|x-7z|x-rar|vnd\.rar|x-tar|gzip|x-gzip|x-bzip|x-xz|zstd|x-lzip|java-archive|vnd\.android|x-iso|x-apple)/,
    faults.archive,
  ],
  [/^(video|audio)\/|^application\/(ogg|mp4|mxf)/, faults.moving],
  [/^(application|text)\/(xml|html)|^image\/svg/, faults.page],
  [/^image\//, faults.otherPicture],
]

function kindOf(mime: string): Kind | Fault {
  return known[mime] ?? refused.find(([pattern]) => pattern.test(mime))?.[1] ?? faults.unknown
}

/** Text is valid UTF-8 without control characters that does not begin as a page or as a program. */
function textOf(content: Buffer): Kind | Fault {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return faults.unknown
  }
  if (/^\s*<[!?a-z]/i.test(text) || webCode.test(text)) return faults.page
  if (/^\s*(#!|@echo\b|\[(InternetShortcut|autorun|Desktop Entry)\]|Windows Registry Editor)/i.test(text))
    return faults.program
  return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) ? faults.unknown : 'text'
}

const webCode = /<script\b|<html\b|<\?php|<!doctype/i

/** One file may be two: a picture that is an archive from behind, or a page to a browser that looks for itself. */
function hiddenIn(content: Buffer, kind: Kind): Fault | null {
  const text = (kind === 'pdf' ? content.subarray(0, 1024) : content).toString('latin1')
  if (endsAsZip(content) || /Rar!\u001a\u0007|7z\u00bc\u00af'\u001c/.test(text)) return faults.archive
  if (/\u007fELF[\u0001\u0002][\u0001\u0002]\u0001|This program cannot be run in DOS mode/.test(text))
    return faults.program
  if (webCode.test(text)) return faults.page
  return kind !== 'pdf' && text.slice(0, 1024).includes('%PDF-') ? faults.runs : null
}

/** An archive is read from its end: the closing record, whose note reaches to the last byte or nearly so. */
function endsAsZip(content: Buffer): boolean {
  const from = Math.max(0, content.length - 66_000)
  let at = content.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  while (at >= from) {
    if (at + 22 <= content.length && at + 22 + content.readUInt16LE(at + 20) <= content.length) return true
    if (at === 0) return false
    at = content.lastIndexOf('PK\u0005\u0006', at - 1, 'latin1')
  }
  return false
}
