// What comes as the signed paper: PDF, JPEG or PNG by their bytes, whole, open, and without anything that runs.
import { readFileSync } from 'node:fs'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { z } from 'zod'
import { fileName } from '../../media/file-name.ts'
import { judgePdf } from '../../media/pdf.ts'
import { problem, type Problem } from '../../shared/result.ts'

const limitsFile = new URL('../data/scan.json', import.meta.url)
export const limits = z
  .object({
    largestMegabytes: z.number(),
    mostFiles: z.number().int(),
    mostPages: z.number().int(),
    mostMegapixels: z.number(),
    /** Of one packed table of contents inside a PDF. */
    unpackedMegabytes: z.number(),
  })
  .parse(JSON.parse(readFileSync(limitsFile, 'utf8')))

/** One file as it will be kept. Pictures are written anew: whole, upright, without the place where they were taken. */
export interface Paper {
  name: string
  mediaType: string
  bytes: Buffer
  pages: number
}

export interface Came {
  name: string
  bytes: Buffer
}

/** Every file with everything that is wrong with it, or all of them ready. */
export async function readPapers(came: readonly Came[]): Promise<{ papers: Paper[]; problems: Problem[] }> {
  const papers: Paper[] = []
  const problems: Problem[] = []
  if (came.length === 0) problems.push(fault('none', ...none))
  const size = came.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > limits.largestMegabytes * 1_000_000) problems.push(fault('too-large', ...tooLarge))
  if (came.length > limits.mostFiles) problems.push(fault('too-many', ...tooMany))
  if (problems.length > 0) return { papers, problems }
  for (const file of came) {
    const read = await readPaper(file)
    if ('bytes' in read) papers.push(read)
    else problems.push(fault(read.code, `“${file.name}” ${read.vi}`, `“${file.name}” ${read.en}`))
  }
  if (papers.reduce((sum, { pages }) => sum + pages, 0) > limits.mostPages)
    problems.push(fault('too-many-pages', ...tooManyPages))
  return { papers, problems }
}

const fault = (code: string, vi: string, en: string) => problem('files', code, vi, en)

interface Fault {
  code: string
  vi: string
  en: string
}

/** What a name says is not believed: the bytes tell. */
async function readPaper({ name, bytes }: Came): Promise<Paper | Fault> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type?.mime === 'application/pdf') return readPdf({ name, bytes })
  if (type?.mime === 'image/jpeg' || type?.mime === 'image/png') return readPicture({ name, bytes }, type.mime)
  return notPaper
}

async function readPicture({ name, bytes }: Came, mediaType: 'image/jpeg' | 'image/png'): Promise<Paper | Fault> {
  try {
    const picture = sharp(bytes, { limitInputPixels: limits.mostMegapixels * 1e6, failOn: 'error' }).rotate()
    const written = mediaType === 'image/jpeg' ? picture.jpeg({ quality: 88 }) : picture.png()
    return { name: named(name, mediaType), mediaType, bytes: await written.toBuffer(), pages: 1 }
  } catch (error) {
    return /pixel limit/i.test(String(error)) ? tooManyPixels : broken
  }
}

async function readPdf({ name, bytes }: Came): Promise<Paper | Fault> {
  const judged = await judgePdf(bytes, limits)
  if ('fault' in judged) return pdfFaults[judged.fault]
  return { name: named(name, 'application/pdf'), mediaType: 'application/pdf', bytes, pages: judged.pages }
}

const endings: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

const named = (name: string, mediaType: string) => fileName(name, endings[mediaType]!, 'ban-quet')

const none = [
  'Chưa chọn tệp. Chọn bản quét PDF, hoặc ảnh JPEG, PNG của từng trang.',
  'Choose the scanned file.',
] as const
const tooLarge = [
  `Các tệp cộng lại lớn hơn ${limits.largestMegabytes} MB. Hãy quét lại với độ phân giải thấp hơn (200 dpi).`,
  `Together the files are larger than ${limits.largestMegabytes} MB. Scan at a lower resolution (200 dpi).`,
] as const
const tooMany = [
  `Mỗi lần nhận tối đa ${limits.mostFiles} tệp. Hãy ghép các trang thành một tệp PDF.`,
  `At most ${limits.mostFiles} files at once. Join the pages into one PDF.`,
] as const
const tooManyPages = [
  `Bản quét dài hơn ${limits.mostPages} trang.`,
  `The scan has more than ${limits.mostPages} pages.`,
] as const
const notPaper = {
  code: 'not-paper',
  vi: 'không phải PDF, JPEG hay PNG, dù tên tệp ghi gì. Hãy quét hoặc chụp lại bản giấy.',
  en: 'is no PDF, JPEG or PNG, whatever its name says. Scan or photograph the paper again.',
}
const broken = {
  code: 'broken-file',
  vi: 'bị hỏng hoặc thiếu phần cuối, không mở được. Hãy quét lại.',
  en: 'is damaged or cut and cannot be opened. Scan it again.',
}
const locked = {
  code: 'locked-file',
  vi: 'có đặt mật khẩu hoặc khoá quyền. Hãy lưu lại không mật khẩu rồi tải lên.',
  en: 'is protected by a password. Save it without one.',
}
const runs = {
  code: 'file-that-runs',
  vi: 'có mã chạy hoặc tệp kèm bên trong; bản quét chỉ có hình các trang. Hãy in ra rồi quét lại.',
  en: 'holds scripts or attachments; a scan has pages only. Print it and scan it again.',
}
const tooManyPixels = {
  code: 'too-many-pixels',
  vi: `lớn hơn ${limits.mostMegapixels} triệu điểm ảnh. Hãy chụp hoặc quét nhỏ hơn.`,
  en: `has more than ${limits.mostMegapixels} megapixels. Take a smaller picture.`,
}
const bomb = {
  code: 'swelling-file',
  vi: 'phình ra quá lớn khi mở. Hãy quét lại bằng phần mềm khác.',
  en: 'swells beyond measure when opened. Scan it with another program.',
}
const tooLong = {
  code: 'too-many-pages',
  vi: `dài hơn ${limits.mostPages} trang. Hãy chia thành nhiều bản quét.`,
  en: `has more than ${limits.mostPages} pages. Divide it.`,
}
const pdfFaults = { swelling: bomb, locked, runs, broken, tooManyPages: tooLong }
