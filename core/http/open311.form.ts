// Reads what came in the address and in a form as the standard sends it: attribute[code]=…, several media_url, files as
// parts of a multipart form. Empty is not there.

export type Fields = Record<string, unknown>
type Read = { ok: true; fields: Fields } | { ok: false; status: number; said: { vi: string; en: string } }

/** A description of the standard has 4,000 characters, at most three bytes each written as nine. */
const largestForm = 200_000

export async function fieldsOf(request: Request, url: URL): Promise<Read> {
  const inAddress = [...url.searchParams]
  if (request.method !== 'POST') return { ok: true, fields: fieldsIn(inAddress) }
  const type = (request.headers.get('content-type') ?? '').toLowerCase()
  const bytes = await request.arrayBuffer()
  const files = type.startsWith('multipart/form-data')
  if (!files && bytes.byteLength > largestForm) return { ok: false, status: 413, said: tooLarge }
  if (files) return multipart(bytes, request.headers.get('content-type')!, inAddress)
  if (type !== '' && !type.startsWith('application/x-www-form-urlencoded') && bytes.byteLength > 0)
    return { ok: false, status: 415, said: formOnly }
  const inForm = new URLSearchParams(new TextDecoder().decode(bytes))
  return { ok: true, fields: fieldsIn([...inAddress, ...inForm]) }
}

/** How large a file may be is said where files are looked at; the gate counted the whole before. */
async function multipart(bytes: ArrayBuffer, type: string, inAddress: [string, string][]): Promise<Read> {
  try {
    const form = [...(await new Response(bytes, { headers: { 'content-type': type } }).formData())]
    const texts = form.filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    if (texts.reduce((sum, [, value]) => sum + value.length, 0) > largestForm)
      return { ok: false, status: 413, said: tooLarge }
    const came = form.flatMap(([, value]) => (typeof value !== 'string' && value.size > 0 ? [value] : []))
    const files = await Promise.all(came.map(fileOf))
    return { ok: true, fields: { ...fieldsIn([...inAddress, ...texts]), ...(files.length > 0 && { files }) } }
  } catch {
    return { ok: false, status: 400, said: formOnly }
  }
}

async function fileOf(file: File): Promise<{ name: string; content: string }> {
  return { name: file.name.slice(0, 300), content: Buffer.from(await file.arrayBuffer()).toString('base64') }
}

/** The last of a name counts, but of pictures and attributes all. */
export function fieldsIn(pairs: readonly (readonly [string, string])[]): Fields {
  const fields: Fields = {}
  const attribute = new Map<string, string[]>()
  const media: string[] = []
  for (const [name, value] of pairs) {
    const code = /^attribute\[([^\]]+)\](?:\[\d*\])?$/.exec(name)?.[1]
    if (value.trim() === '') continue
    if (code !== undefined) attribute.set(code, [...(attribute.get(code) ?? []), value])
    else if (/^media_url(\[\d*\])?$/.test(name)) media.push(value)
    else if (/^[a-z_]+$/.test(name)) fields[name] = value
  }
  if (attribute.size > 0) fields.attribute = Object.fromEntries(attribute)
  if (media.length > 0) fields.media_url = media
  return fields
}

const tooLarge = {
  vi: 'Biểu mẫu gửi lên lớn hơn 200 kB nên không nhận.',
  en: 'The form is larger than 200 kB and was not accepted.',
}
const formOnly = {
  vi: 'Nội dung gửi lên phải là biểu mẫu (application/x-www-form-urlencoded, hoặc multipart/form-data khi có tệp).',
  en: 'The body must be a form (application/x-www-form-urlencoded, or multipart/form-data with files).',
}
