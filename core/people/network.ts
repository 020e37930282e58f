// The network somebody asks from: its address is used for slowing guesses down and never kept.

/** `address` is the other end of the connection. Behind a proxy on this machine it is what that proxy saw. */
export function networkOf(address: string | null | undefined, headers: Headers): string | null {
  if (!address) return null
  const plain = address.replace(/^::ffff:/, '')
  if (plain !== '::1' && !plain.startsWith('127.')) return network(plain)
  // The last one is what our own proxy wrote; those before it are what somebody claims.
  const forwarded = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded ? network(forwarded) : null
}

/** One home or office has a whole /64 of IPv6 addresses. */
function network(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const all = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${all.slice(0, 4).join(':')}::/64`
}
