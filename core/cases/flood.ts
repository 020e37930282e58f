// Slows a flood from one network down without touching the others: a bucket that refills, in this process's memory and gone
// with it. No address is written anywhere.

import type { Actor } from '../shared/actor.ts'
import { conflict } from '../shared/result.ts'
import { numbers } from './numbers.ts'

interface Bucket {
  left: number
  at: number
}

export interface Pace {
  /** So many at once, then so many a minute. */
  burst: number
  aMinute: number
}

export class Gate {
  private readonly buckets = new Map<string, Bucket>()
  private readonly pace: Pace

  constructor(pace: Pace) {
    this.pace = pace
  }

  /** 0: go on; otherwise the seconds to wait. */
  wait(network: string | null, now: Date): number {
    if (network === null) return 0
    const at = now.getTime()
    if (this.buckets.size > 10_000) this.forgetFull(at)
    const bucket = this.buckets.get(network) ?? { left: this.pace.burst, at }
    const left = this.leftAt(bucket, at)
    if (left < 1) return Math.ceil(((1 - left) * 60) / this.pace.aMinute)
    this.buckets.set(network, { left: left - 1, at })
    return 0
  }

  private leftAt({ left, at }: Bucket, now: number): number {
    return Math.min(this.pace.burst, left + (Math.max(0, now - at) / 60_000) * this.pace.aMinute)
  }

  private forgetFull(now: number): void {
    for (const [network, bucket] of this.buckets)
      if (this.leftAt(bucket, now) >= this.pace.burst) this.buckets.delete(network)
  }
}

/** A family behind one connection sends several; a machine sends hundreds. One pace for all that is sent without an account. */
const publicGate = new Gate({ burst: numbers.burst, aMinute: numbers.aMinute })

/** null: go on. */
export function whyNotSoFast(actor: Actor, now: Date) {
  const wait = actor.kind === 'anonymous' ? publicGate.wait(actor.network ?? null, now) : 0
  return wait > 0 ? slower(wait) : null
}

const slower = (seconds: number) =>
  conflict(
    'slower',
    `Nhiều lần gửi quá nhanh từ cùng một đường mạng. Hãy chờ ${seconds} giây rồi bấm gửi lại; nội dung đã viết vẫn còn.`,
    `Too many were sent from one network. Wait ${seconds} seconds and send again; what you wrote is kept.`,
  )
