// The steps scans share, whatever was signed: check the files, keep them, replace the scan before with a reason.
import type { z } from 'zod'
import type { Id } from '../../shared/id.ts'
import type { ReadContext, WriteContext } from '../../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../../shared/result.ts'
import { personOf } from '../document.ts'
import { readPapers } from './paper.ts'
import type { scanInput } from './scan.schema.ts'
import { currentScan, insertScan, replaceScan, scanFile, type Signed } from './scan.store.ts'

type Given = { [Key in keyof typeof scanInput]: z.output<(typeof scanInput)[Key]> }

export interface Keeping {
  of: Signed
  /** The body whose paper it is, and those above it: one of them has its seal on it. */
  bodies: readonly Id<'body'>[]
}

/** Whoever asks has locked what was signed, so that of two at once the slower is told. */
export async function keepScan(context: WriteContext, { of, bodies }: Keeping, given: Given) {
  const { db, app, actor, now } = context
  if (!app.files) return noFolder
  const before = await currentScan(db, of)
  if (before !== given.expectedScan) return scannedMeanwhile
  const { papers, problems } = await readPapers(
    given.files.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') })),
  )
  const { reason } = given
  if (before && reason.length < 5) problems.push(problem('reason', 'no-reason', ...reasonNeeded))
  const sealedById = given.sealedBy ?? bodies[0]!
  if (!bodies.includes(sealedById)) problems.push(problem('sealedBy', 'not-above', ...notAbove))
  if (problems.length > 0) return invalid(problems)
  const by = personOf(actor)
  if (before) await replaceScan(db, before, { person: by, now, reason })
  const files = []
  for (const { bytes, ...paper } of papers)
    files.push({ ...paper, bytes: bytes.length, sha256: await app.files.keep([bytes]) })
  const id = await insertScan(db, { of, sealedById, illustrative: given.illustrative, by, now, files })
  const pages = files.reduce((sum, file) => sum + file.pages, 0)
  await context.record({
    noun: 'scan',
    id,
    move: before ? 'replace' : 'keep',
    changes: { ...of, pages, replaces: before },
  })
  return ok({ scan: id as number, files: files.length, pages })
}

/** The way to the bytes of one file of a scan. */
export async function openScan({ db, app }: ReadContext, of: Signed, at: { scan: Id<'scan'>; no: number }) {
  const found = await scanFile(db, of, at)
  if (!found) return noSuchScan
  if ((await app.files?.size(found.sha256)) !== found.bytes) return gone
  const { name: fileName, ...file } = found
  return ok({ fileName, ...file })
}

const noFolder = conflict(
  'no-file-folder',
  'Máy chủ chưa được đặt thư mục giữ tệp (FILES), nên chưa nhận được bản quét. Hãy báo người vận hành.',
  'The server was given no folder for files (FILES). Tell its operator.',
)
const scannedMeanwhile = conflict(
  'scanned-meanwhile',
  'Người khác vừa tải bản quét của văn bản này. Hãy xem bản đó; nếu vẫn cần thay, chọn lại tệp và ghi lý do.',
  'Someone has just uploaded a scan of this document. Look at it; to replace it choose the file again and say why.',
)
const reasonNeeded = [
  'Đã có bản quét. Ghi vì sao thay, ít nhất vài chữ; bản trước vẫn được giữ.',
  'There is a scan already. Say why it is replaced; the earlier one is kept.',
] as const
const notAbove = [
  'Đơn vị đóng dấu là đơn vị ban hành hoặc cấp trên của đơn vị đó.',
  'The seal is that of the issuing body or of a body above it.',
] as const
const noSuchScan = notFound('no-such-scan', 'Không có bản quét này.', 'There is no such scan.')
const gone = conflict(
  'file-gone',
  'Tệp này không còn trong thư mục giữ tệp của máy chủ. Hãy báo người vận hành lấy lại từ bản sao lưu.',
  'The file is no longer in the server’s folder. Ask its operator to restore it from a backup.',
)
