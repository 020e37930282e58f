// Asks the operator's own virus scanner (clamd) about bytes in memory. It never says “clean” of what was not looked at.
import { connect, type Socket } from 'node:net'
import type { Clamd } from '../app.ts'
import type { Sentence } from '../shared/result.ts'
import { limits as usual } from './limits.ts'

export type Verdict =
  | { kind: 'clean' }
  /** `name` is what the scanner calls it. */
  | { kind: 'found'; name: string }
  /** No scanner is configured (`CLAMD`). */
  | { kind: 'not-scanned' }
  /** Hold the file and ask again. */
  | { kind: 'could-not-scan'; why: 'unreachable' | 'hung-up' | 'late' | 'too-large' | 'unclear' }

/** Nothing is thrown: whatever goes wrong on the way is “could not scan”. */
export async function scan(clamd: Clamd | null, bytes: Uint8Array, seconds = usual.secondsOfScan): Promise<Verdict> {
  if (!clamd) return { kind: 'not-scanned' }
  try {
    return verdictOf(await reply(clamd, bytes, seconds * 1000))
  } catch (error) {
    return { kind: 'could-not-scan', why: error === late ? 'late' : error === hungUp ? 'hung-up' : 'unreachable' }
  }
}

const late = new Error('no answer in time')
const hungUp = new Error('no whole answer')
const chunk = 64 * 1024
const longestReply = 4096

/** INSTREAM: the command, chunks each behind its length, an empty chunk; the answer ends with a zero. */
function reply(clamd: Clamd, bytes: Uint8Array, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = 'path' in clamd ? connect(clamd.path) : connect(clamd.port, clamd.host)
    let said = ''
    let connected = false
    const end = (act: () => void) => {
      clearTimeout(timer)
      socket.destroy()
      act()
    }
    const timer = setTimeout(() => end(() => reject(late)), most)
    const closed = (error?: Error) => end(() => reject(connected || !error ? hungUp : error))
    socket.on('error', closed)
    socket.on('close', () => closed())
    socket.on('data', (part) => {
      said += part.toString('latin1')
      if (said.includes('\0') || said.length > longestReply) end(() => resolve(said))
    })
    socket.on('connect', () => {
      connected = true
      send(socket, bytes).catch(() => {}) // its error comes to the socket too
    })
  })
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += chunk) {
    const part = bytes.subarray(at, at + chunk)
    socket.write(lengthOf(part.length))
    if (!socket.write(part)) await new Promise<void>((next) => socket.once('drain', next).once('close', next))
    if (socket.destroyed) return
  }
  socket.write(lengthOf(0))
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(size)
  return length
}

/** Limits that a scanner met inside the file are named like a virus, but mean that it did not look at all of it. */
function verdictOf(said: string): Verdict {
  const [answer] = said.split('\0')
  if (answer === 'stream: OK') return { kind: 'clean' }
  if (/size limit exceeded/i.test(answer!) || /Heuristics\.Limits\.Exceeded/.test(answer!))
    return { kind: 'could-not-scan', why: 'too-large' }
  const found = /^stream: ([\x21-\x7e]{1,200}) FOUND$/.exec(answer!)
  return found ? { kind: 'found', name: found[1]! } : { kind: 'could-not-scan', why: 'unclear' }
}

const whys: Record<Extract<Verdict, { kind: 'could-not-scan' }>['why'], readonly [string, string]> = {
  unreachable: ['không liên lạc được với trình quét', 'the scanner cannot be reached'],
  'hung-up': [
    'trình quét ngắt giữa chừng, thường vì tệp lớn hơn mức nó nhận (StreamMaxLength)',
    'the scanner hung up, mostly because the file is larger than it takes (StreamMaxLength)',
  ],
  late: ['trình quét trả lời quá lâu', 'the scanner took too long'],
  'too-large': ['tệp lớn hơn mức trình quét nhận', 'the file is larger than the scanner takes'],
  unclear: ['trình quét trả lời không rõ', 'the scanner’s answer was not understood'],
}

/** For the officer who decides about the file. */
export function verdictSentence(verdict: Verdict): Sentence {
  if (verdict.kind === 'clean') return { vi: 'Đã quét, không thấy mã độc.', en: 'Scanned; nothing harmful was found.' }
  if (verdict.kind === 'found')
    return {
      vi: `Có mã độc (${verdict.name}). Không mở tệp này; báo người gửi quét máy rồi gửi lại.`,
      en: `Holds malware (${verdict.name}). Do not open it; ask the sender to clean the device and send again.`,
    }
  if (verdict.kind === 'not-scanned')
    return {
      vi: 'Chưa quét mã độc: nền tảng chưa nối với trình quét (CLAMD). Chỉ mở khi biết rõ người gửi.',
      en: 'Not scanned for malware: no scanner is configured (CLAMD). Open it only if you know the sender.',
    }
  const [vi, en] = whys[verdict.why]
  return {
    vi: `Chưa quét được mã độc: ${vi}. Giữ tệp lại, chưa mở; nền tảng sẽ quét lại.`,
    en: `Could not be scanned: ${en}. It is held, unopened, and will be scanned again.`,
  }
}
