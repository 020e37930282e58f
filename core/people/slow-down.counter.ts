// What counts failures, and how long the next try then waits. Pure.

export interface Counter {
  key: string
  /** Failures that cost no waiting: people mistype, and a whole office may sit behind one address. */
  free: number
  /** The longest wait, in seconds. */
  longest: number
  /** It counts this device, or this network on this account, and nobody else: a right password clears it. */
  own: boolean
  /** It makes only those wait whose own counter has reached this. */
  from: number
}

/** Seconds to wait after so many failures. */
export function waitAfter(failures: number, { free, longest }: Pick<Counter, 'free' | 'longest'>): number {
  return failures <= free ? 0 : Math.min(longest, 2 ** (failures - free - 1))
}
