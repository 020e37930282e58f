// The letter of a correction or a recall as a file: for the office that sent it and for everybody who was told.
import { z } from 'zod'
import { bodyAt } from '../../bodies/body.read.ts'
import { documentKinds } from '../../documents/document.ts'
import { layoutOf } from '../../documents/layout.ts'
import type { NoticeOfLine } from '../../documents/paper.read.ts'
import { readLine, type RegisterLine } from '../../documents/register.read.ts'
import { signatureLines, signatureRule } from '../../documents/signature.ts'
import { readTemplate } from '../../documents/template.ts'
import { findTold } from '../../documents/told.operations.ts'
import { seatOf, versionAt } from '../../places/place.read.ts'
import type { Id } from '../../shared/id.ts'
import { idOf } from '../../shared/id.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import { conflict, ok } from '../../shared/result.ts'
import { searchKey } from '../../shared/text.ts'
import { docxFile } from '../docx/docx.ts'
import { pdfFile } from '../pdf/pdf.ts'
import { mediaTypes } from '../render.ts'
import { composeLetter, type LetterFacts } from './letter.ts'

export const letterFile = reading({
  name: 'documents.letter',
  summary: 'Công văn đính chính, văn bản thu hồi: tệp Word hoặc PDF theo mẫu trình bày lúc ban hành',
  http: { method: 'GET', path: '/document-notices/{notice}/letter/{format}' },
  who: { roles: ['reporter', 'officer', 'head', 'standingBoard', 'clerk'] },
  input: z.object({ notice: idOf('document_notice'), format: z.enum(['docx', 'pdf']) }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.string() }),
  async run({ db, actor, today }, { notice: id, format }) {
    const found = await findTold(db, actor, id, today)
    if (!found.ok) return found
    const { notice, line } = found.value
    const facts = await factsOf(db, notice, line)
    if (!facts) return noLetter
    const write = format === 'pdf' ? pdfFile : docxFile
    const file = await write(composeLetter(facts), facts.layout, {})
    const name = searchKey(`${facts.kind === 'recall' ? 'thu hồi' : 'đính chính'} ${notice.number}`).replaceAll(
      ' ',
      '-',
    )
    return ok({ fileName: `${name}.${format}`, mediaType: mediaTypes[format], content: file.toString('base64') })
  },
})

/** null: it is told by a document made elsewhere. */
async function factsOf(db: ReadDb, notice: NoticeOfLine, line: RegisterLine): Promise<LetterFacts | null> {
  const { kind, templateId, items, reason } = notice
  const template = templateId && (await readTemplate(db, templateId))
  const own = await readLine(db, notice.byLineId as Id<'register_line'>)
  const body = own && (await bodyAt(db, line.bodyId, own.dated))
  if (!template || !own || !body || kind === 'replacement') return null
  const layout = layoutOf(template.lines)
  const rule = signatureRule(body.organisation)
  const parent = body.parentId ? await bodyAt(db, body.parentId, own.dated) : undefined
  const place = await versionAt(db, body.placeId, own.dated)
  const signature = { authority: notice.signAuthority!, title: notice.signerTitle!, name: own.signedBy ?? '' }
  return {
    ...{ family: template.family, layout, kind, items, reason, illustrative: false },
    own: { kind: own.kind, kindName: nameOfKind(own.kind), number: own.fullNumber, dated: own.dated },
    ...{ issuer: body.name, upper: parent?.name ?? null },
    place: (place?.level === 'country' ? await seatOf(db, place.placeId) : place?.name) ?? '',
    about: { kindName: nameOfKind(line.kind), number: line.fullNumber, dated: line.dated, summary: line.summary },
    to: recipientsOf(line.recipients ?? ''),
    office: rule.collective ? `Văn phòng ${body.shortName}` : body.shortName,
    signature: { lines: signatureLines(layout, rule, signature), name: signature.name },
  }
}

/** As “Nơi nhận” names them, without marks at either end; where the paper itself is kept is nobody to write to. */
function recipientsOf(written: string): string[] {
  const lines = written.split('\n').map((one) => one.replace(/^[-–•\s]+/, '').replace(/[;.,\s]+$/, ''))
  return lines.filter((one) => one !== '' && !/^Lưu(?!\p{L})/u.test(one))
}

/** “Quyết định, quy định” is printed by its first name. */
function nameOfKind(key: string): string {
  return (documentKinds.find((kind) => kind.key === key)?.name ?? 'Văn bản').split(',')[0]!
}

const noLetter = conflict(
  'no-letter',
  'Văn bản này không do nền tảng soạn nên không có tệp ở đây. Hãy xem bản quét ở sổ văn thư.',
  'This document was not set by the platform, so there is no file here. See the scan in the register.',
)
