// How a file goes out: to be saved and never run; only pictures we made ourselves may show in a page.

export interface Outgoing {
  fileName: string
  mediaType: string
  bytes: number
}

/** For whatever somebody sent us. */
export function downloadHeaders(file: Outgoing): Record<string, string> {
  return headersAs('attachment', file)
}

/** For a picture of `reencode` or `blur`, and for nothing else. */
export function pictureHeaders(file: Outgoing): Record<string, string> {
  if (!/^image\/(jpeg|webp)$/.test(file.mediaType)) throw new Error(`no picture of ours: ${file.mediaType}`)
  return headersAs('inline', file)
}

function headersAs(way: 'attachment' | 'inline', { fileName, mediaType, bytes }: Outgoing): Record<string, string> {
  const plain = fileName.normalize('NFD').replaceAll(/[^\u0020-\u007e]|["\\]/g, '')
  return {
    'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
    'content-length': String(bytes),
    'content-disposition': `${way}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName.toWellFormed())}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
}
