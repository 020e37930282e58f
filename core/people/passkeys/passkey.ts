// Where passkeys belong: a browser gives them to this address only. Pure.

export interface Party {
  /** The name of the host, as the browser compares it. */
  id: string
  /** The address pages must have been opened at. */
  origin: string
}

/** null: the address is a number, and no passkey can belong to one. This machine alone is called localhost then. */
export function partyOf(origin: string): Party | null {
  const url = new URL(origin)
  if (url.hostname === '127.0.0.1') url.hostname = 'localhost'
  if (/^[\d.]+$|^\[/.test(url.hostname)) return null
  return { id: url.hostname, origin: url.origin }
}
