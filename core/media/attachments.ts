// What a citizen attaches, looked through before it is taken: every file with everything that is wrong, in one answer.
// Bytes stay in memory and as they came; whoever shows a picture makes a new one first (workshop.ts).
import { problem, type Problem } from '../shared/result.ts'
import { isFault, tooLarge, tooLong, type Fault } from './faults.ts'
import { fileName } from './file-name.ts'
import { limits as usual, type Limits } from './limits.ts'
import { kinds, sniff, type Kind } from './sniff.ts'
import { lookAtPdf, lookAtPicture } from './workshop.ts'

export interface Came {
  name: string
  bytes: Uint8Array
}

export interface Attachment extends Came {
  kind: Kind
  mediaType: string
  /** Of a PDF; otherwise 1. */
  pages: number
}

/** All of them ready, or every sentence; no file at all is no fault. */
export async function readAttachments(came: readonly Came[], limits: Limits = usual) {
  const problems = tooMuch(came, limits)
  const attachments: Attachment[] = []
  if (problems.length > 0) return { attachments, problems }
  for (const file of came) {
    const read = await readOne(file, limits)
    if (isFault(read)) problems.push(said(file.name, read))
    else attachments.push(read)
  }
  return problems.length > 0 ? { attachments: [], problems } : { attachments, problems }
}

const said = (name: string, { code, vi, en }: Fault): Problem =>
  problem('files', code, `“${shown(name)}” ${vi}`, `“${shown(name)}” ${en}`)

/** The ending the person gave it stays: it is how he finds the file again. */
const shown = (name: string) => fileName(`${name}.x`, '', 'tệp').slice(0, -1)

function tooMuch(came: readonly Came[], limits: Limits): Problem[] {
  const { mostFiles, megabytesTogether: most } = limits
  const together = came.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return [
    ...(came.length > mostFiles
      ? [
          problem(
            'files',
            'too-many',
            `Mỗi lần gửi tối đa ${mostFiles} tệp. Hãy chọn những tệp cần nhất.`,
            `At most ${mostFiles} files at once. Choose those that matter.`,
          ),
        ]
      : []),
    ...(together > most * 1e6
      ? [
          problem(
            'files',
            'too-large-together',
            `Các tệp cộng lại lớn hơn ${most} MB. Hãy gửi ảnh nhỏ hơn hoặc ít tệp hơn.`,
            `Together the files are larger than ${most} MB. Send smaller or fewer ones.`,
          ),
        ]
      : []),
  ]
}

async function readOne({ name, bytes }: Came, limits: Limits): Promise<Attachment | Fault> {
  if (bytes.length > limits.megabytesEach * 1e6) return tooLarge(limits)
  const kind = await sniff(bytes)
  if (typeof kind !== 'string') return kind
  const looked = await lookedAt(kind, bytes, limits)
  if (isFault(looked)) return looked
  const { mediaType, ending } = kinds[kind]
  return { name: fileName(name, ending, 'dinh-kem'), bytes, kind, mediaType, pages: looked.pages }
}

async function lookedAt(kind: Kind, bytes: Uint8Array, limits: Limits): Promise<{ pages: number } | Fault> {
  if (kind === 'pdf') return lookAtPdf(bytes, limits)
  if (kind === 'text') return bytes.length > limits.textKilobytes * 1e3 ? tooLong(limits) : { pages: 1 }
  const looked = await lookAtPicture(bytes, limits)
  return isFault(looked) ? looked : { pages: 1 }
}
