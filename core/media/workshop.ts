// Opens strangers' files in a process of its own, one at a time: what hangs or breaks there is ended and refused, and
// pages are answered meanwhile. Bytes go there and back through a pipe; nothing touches a disk.
import { fork, type ChildProcess } from 'node:child_process'
import * as faults from './faults.ts'
import type { Fault } from './faults.ts'
import { limits as usual, type Limits } from './limits.ts'
import type { PdfFault } from './pdf.ts'
import type { Box, Format, PictureFault, Reencoded } from './picture.ts'
import { sniff } from './sniff.ts'

export type { Box, Picture, Reencoded } from './picture.ts'

interface Given {
  bytes: Uint8Array
  limits: Limits
}

export type Job =
  | (Given & { do: 'pdf' })
  | (Given & { do: 'look' })
  | (Given & { do: 'reencode'; format: Format })
  | (Given & { do: 'blur'; boxes: readonly Box[] })

/** How many pages, or why it is not taken. */
export const lookAtPdf = (bytes: Uint8Array, limits = usual) =>
  askAtDoor<{ pages: number }>({ do: 'pdf', bytes, limits })

/** The size of the picture when it is whole; what it shows is not looked at. */
export const lookAtPicture = (bytes: Uint8Array, limits = usual) =>
  askAtDoor<{ width: number; height: number }>({ do: 'look', bytes, limits })

/** A new picture and its thumbnail, without what the camera wrote into the old one. */
export const reencode = (bytes: Uint8Array, format: Format = 'jpeg', limits = usual) =>
  ask<Reencoded>({ do: 'reencode', bytes, format, limits })

/** A new picture in which the boxes are covered for good. */
export const blur = (bytes: Uint8Array, boxes: readonly Box[], limits = usual) =>
  ask<Reencoded>({ do: 'blur', bytes, boxes, limits })

let looks = 0

/** People wait for the answer, and their files are held in memory meanwhile: not for long, and not for everybody. */
async function askAtDoor<T extends object>(job: Job): Promise<T | Fault> {
  if (looks >= job.limits.mostLooks) return faults.busy
  looks++
  try {
    return await ask<T>({ ...job, limits: { ...job.limits, secondsOfJob: job.limits.secondsOfLook } })
  } finally {
    looks--
  }
}

let last: Promise<unknown> = Promise.resolve()

/** Each waits for the one before it. */
function ask<T extends object>(job: Job): Promise<T | Fault> {
  const mine = last.then(() => work<T>(job))
  last = mine.catch(() => {})
  return mine
}

let child: ChildProcess | null = null
let resting: NodeJS.Timeout | undefined
const restAfter = 60_000

async function work<T extends object>(job: Job): Promise<T | Fault> {
  clearTimeout(resting)
  child ??= started()
  const [mine, { secondsOfJob }] = [child, job.limits]
  mine.ref()
  mine.channel!.ref()
  try {
    const answer = await answered<T>(mine, job, secondsOfJob * 1000)
    return 'fault' in answer ? await faultOf(answer.fault as FaultName, job) : answer
  } finally {
    mine.unref()
    mine.channel?.unref()
    resting = setTimeout(end, restAfter).unref()
  }
}

/** Without the environment: whoever takes it over finds no secret there. */
function started(): ChildProcess {
  const program = new URL('./workshop.child.ts', import.meta.url)
  const execArgv = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=256']
  return fork(program, { env: {}, execArgv, serialization: 'advanced' })
}

/** Ends the process; the next job starts another. */
export function end(): void {
  child?.kill('SIGKILL')
  child = null
}

type FaultName = PdfFault | PictureFault | 'tooHard'
type Answer<T> = T | { fault: FaultName }

/** A process that was ended by a file has not opened it; one that never began is an outage. */
function answered<T>(mine: ChildProcess, job: Job, most: number): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      mine.removeAllListeners()
      mine.on('error', () => {}) // told already
      act()
    }
    const give = (answer: Answer<T>) => settle(() => resolve(answer))
    const fail = (error: Error) => settle(() => (end(), reject(error)))
    const timer = setTimeout(() => (end(), give({ fault: 'tooHard' })), most)
    mine.once('message', (answer) => give(answer as Answer<T>))
    mine.once('error', fail)
    mine.once('exit', (code) => {
      if (code) return fail(new Error(`the workshop ended with ${code}`))
      end()
      give({ fault: 'tooHard' })
    })
    mine.send(job, (error) => error && fail(error))
  })
}

async function faultOf(name: FaultName, { bytes, limits }: Job): Promise<Fault> {
  if (name === 'broken' && (await sniff(bytes)) === 'heic') return faults.heic
  const fault = faults[name]
  return typeof fault === 'function' ? fault(limits) : fault
}
