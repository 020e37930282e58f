// What a browser says of itself, in two words: enough for a person to recognise his own devices.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export interface Device {
  /** null: not recognised. */
  browser: string | null
  system: string | null
}

const browsers: [RegExp, string][] = [
  [/coc_coc_browser|CocCoc/i, 'Cốc Cốc'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Zalo/i, 'Zalo'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'máy Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const first = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** As it is kept: “Chrome|Windows”. */
export function deviceOf(userAgent: string): string {
  return `${first(browsers, userAgent) ?? ''}|${first(systems, userAgent) ?? ''}`
}

export function readDevice(kept: string): Device {
  const [browser, system] = kept.split('|')
  return { browser: browser || null, system: system || null }
}

/** “Chrome trên Windows”. */
export function deviceWords({ browser, system }: Device): string {
  if (browser && system) return `${browser} trên ${system}`
  return browser ?? system ?? 'Thiết bị chưa rõ'
}

/** A cookie that only we can have written: what it says, and our mark on it. */
export function newDeviceId(secret: string): string {
  const id = randomBytes(16).toString('base64url')
  return `${id}.${mark(secret, id)}`
}

/** The hash under which a device is known, or null when the cookie is not ours. */
export function deviceHash(secret: string, cookie: string | undefined): string | null {
  const [id = '', signature = ''] = (cookie ?? '').split('.')
  const right = Buffer.from(mark(secret, id))
  const given = Buffer.from(signature)
  if (id === '' || given.length !== right.length || !timingSafeEqual(given, right)) return null
  return createHash('sha256').update(`device ${id}`).digest('base64url')
}

function mark(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`device ${id}`).digest('base64url')
}
