// Reads what came in the address and in a form as the standard sends it: attribute[code]=…, several media_url. Empty is not there.

export type Fields = Record<string, unknown>
type Read = { ok: true; fields: Fields } | { ok: false; status: number; said: { vi: string; en: string } }

/** A description of the standard has 4,000 characters, at most three bytes each written as nine. */
const largestForm = 200_000

export async function fieldsOf(request: Request, url: URL): Promise<Read> {
  const inAddress = [...url.searchParams]
  if (request.method !== 'POST') return { ok: true, fields: fieldsIn(inAddress) }
  const type = (request.headers.get('content-type') ?? '').toLowerCase()
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > largestForm) return { ok: false, status: 413, said: tooLarge }
  if (type.startsWith('multipart/form-data')) return multipart(bytes, request.headers.get('content-type')!, inAddress)
  if (type !== '' && !type.startsWith('application/x-www-form-urlencoded') && bytes.byteLength > 0)
    return { ok: false, status: 415, said: formOnly }
  const inForm = new URLSearchParams(new TextDecoder().decode(bytes))
  return { ok: true, fields: fieldsIn([...inAddress, ...inForm]) }
}

async function multipart(bytes: ArrayBuffer, type: string, inAddress: [string, string][]): Promise<Read> {
  try {
    const form = [...(await new Response(bytes, { headers: { 'content-type': type } }).formData())]
    if (form.some(([, value]) => typeof value !== 'string' && value.size > 0))
      return { ok: false, status: 400, said: noFiles }
    const texts = form.filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    return { ok: true, fields: fieldsIn([...inAddress, ...texts]) }
  } catch {
    return { ok: false, status: 400, said: formOnly }
  }
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
  vi: 'Nội dung gửi lên phải là biểu mẫu (application/x-www-form-urlencoded).',
  en: 'The body must be a form (application/x-www-form-urlencoded).',
}
const noFiles = {
  vi: 'Ở đây không nhận tệp. Ghi địa chỉ của ảnh ở media_url.',
  en: 'No files are taken here. Put the address of a picture into media_url.',
}
