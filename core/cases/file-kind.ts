// What a file is, by its first bytes. Pure.
export function kindOf(bytes: Buffer): string | null {
  if (bytes.subarray(0, 3).toString('hex') === 'ffd8ff') return 'image/jpeg'
  if (bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a') return 'image/png'
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP')
    return 'image/webp'
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? 'application/pdf' : null
}
