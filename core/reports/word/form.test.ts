// Forms changed in Word: what is taken over, what is refused, and that every fault is told at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipOf } from '../../collections/sheet/zip.ts'
import { families, layoutOf, seedOf, type Family } from '../../documents/layout.ts'
import { sentencesOf } from '../../shared/result.ts'
import { partOfZip } from '../docx/unzip.ts'
import { verifyLayout } from '../layout/check.ts'
import { outsideTheRule, readForm } from './draft.ts'
import { fillForm } from './fill.ts'
import {
  controlOf,
  withoutLibreOffice,
  inDocument,
  inStyles,
  styled,
  throughLibreOffice,
  withChanged,
} from './form.cast.ts'
import { formFile } from './master.ts'
import { sampleReport } from './sample.ts'

const base = (family: Family) => ({ lines: seedOf(family).values, layout: layoutOf(seedOf(family).values) })
const party = base('party')
const form = formFile('party', party.layout)
const read = (file: Buffer, family: Family = 'party') => readForm(file, base(family))

function taken(file: Buffer, family: Family = 'party') {
  const result = read(file, family)
  assert.ok(result.ok, result.ok ? '' : sentencesOf(result.refusal).join(' · '))
  return result.value
}
function refused(file: Buffer): { codes: string[]; said: string } {
  const result = read(file)
  assert.ok(!result.ok && result.refusal.kind === 'invalid', 'the form was taken')
  return { codes: result.refusal.problems.map(({ code }) => code), said: sentencesOf(result.refusal).join(' ') }
}
const fill = (file: Buffer, layout = party.layout, family: Family = 'party') =>
  fillForm(file, { document: sampleReport(family, layout), layout, about: {} })
const wordsOf = async (file: Buffer, layout = party.layout) =>
  partOfZip(await fill(file, layout), 'word/document.xml')!
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll(/\|+/g, '|')

test('mẫu tải về rồi tải lên nguyên: không đổi gì, điền vào đúng thể thức, với mọi loại mẫu', async () => {
  for (const family of families) {
    const { layout } = base(family)
    const file = formFile(family, layout)
    const { changes, onlyInWord } = taken(file, family)
    assert.deepEqual([changes, onlyInWord], [{}, []], family)
    assert.deepEqual(await outsideTheRule(file, { family, layout }), [], family)
  }
})

test('đổi kiểu chữ, lề, chữ cố định: thành giá trị của mẫu, cho cả PDF', () => {
  const styles = inStyles(form, (xml) => styled(styled(xml, 'kind', 17), 'body', 13))
  const changed = inDocument(styles, (xml) =>
    xml
      .replace(/w:left="1701"/, 'w:left="1985"')
      .replace('ĐẢNG CỘNG SẢN VIỆT NAM', 'ĐẢNG BỘ HUYỆN')
      .replace('<w:t xml:space="preserve">Số </w:t>', '<w:t xml:space="preserve">Số: </w:t>')
      .replace('Lưu ', 'Lưu tại '),
  )
  const { changes } = taken(changed)
  assert.deepEqual(changes, {
    ...{ marginLeft: 35, kindSize: 17, nationLine: 'ĐẢNG BỘ HUYỆN', numberText: 'Số: {number}' },
    ...{ archiveLine: 'Lưu tại {office}', bodySize: 13 },
  })
})

test('đoạn viết thêm và thứ tự đổi đi theo vào bản Word; số trong đó được ghi là lời của mẫu', async () => {
  const added = '<w:p><w:r><w:t>Điện thoại văn phòng: 0251 386 1234</w:t></w:r></w:p>'
  const changed = inDocument(form, (xml) => {
    const [kind, summary] = [paragraphOf(xml, 'kind'), paragraphOf(xml, 'summary')]
    const swapped = xml.replace(kind, '\u0001').replace(summary, kind).replace('\u0001', summary)
    return swapped.replace('<w:sectPr', `${added}<w:sectPr`)
  })
  assert.deepEqual(taken(changed).onlyInWord, ['Điện thoại văn phòng: 0251 386 1234'])
  const words = await wordsOf(changed)
  assert.ok(words.indexOf('về kết quả công tác') < words.indexOf('BÁO CÁO'))
  const xml = partOfZip(await fill(changed), 'word/document.xml')!
  assert.match(xml, /<w:tag w:val="structure:name"\/>(?:(?!<\/w:sdt>).)*Điện thoại văn phòng: 0251/)
  assert.equal(xml.includes('field:'), false)
  assert.match(xml, /<w:tag w:val="figure:mau"\/>/)
})

/** The paragraph of a field. */
function paragraphOf(xml: string, name: string): string {
  const at = xml.indexOf(`<w:tag w:val="field:${name}"/>`)
  return xml.slice(xml.lastIndexOf('<w:p>', at), xml.indexOf('</w:p>', at) + '</w:p>'.length)
}

test('chỗ ngoài thể thức được nêu, không bị chặn', async () => {
  const changed = inStyles(form, (xml) => styled(xml, 'number', 11))
  const { layout } = taken(changed)
  const outside = await outsideTheRule(changed, { family: 'party', layout })
  assert.deepEqual(
    outside.map(({ rule, expected, found }) => [rule, expected, found]),
    [['Số, ký hiệu: cỡ chữ', '14 pt', '11 pt']],
  )
})

test('một người ký trực tiếp, không cấp trên, nhiều nơi nhận: dòng thừa đi, dòng thiếu thêm', async () => {
  const document = sampleReport('party', party.layout)
  const changed = {
    ...document,
    head: { ...document.head, upper: null },
    signature: { lines: ['TRƯỞNG BAN'], name: 'Nguyễn Thị Người Ký' },
    recipients: { lines: ['Nơi một', 'Nơi hai', 'Nơi ba'], office: 'Văn phòng' },
  }
  const file = fillForm(form, { document: changed, layout: party.layout, about: {} })
  const words = partOfZip(file, 'word/document.xml')!
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll(/\|+/g, '|')
  assert.match(words, /\|- \|Nơi một\|,\|- \|Nơi hai\|,\|- \|Nơi ba\|,\|- Lưu \|Văn phòng\|\.\|TRƯỞNG BAN\|/)
  assert.equal(words.includes('CƠ QUAN CẤP TRÊN'), false)
  const { findings } = (await verifyLayout(file, 'party'))!
  assert.deepEqual(
    findings.filter(({ ok }) => !ok),
    [],
  )
})

test('dự thảo và số liệu minh hoạ mang dấu ở mọi trang, kể cả khi mẫu đã bỏ chân trang', async () => {
  const bare = inDocument(form, (xml) => xml.replaceAll(/<w:footerReference[^>]*\/>/g, ''))
  for (const file of [form, bare]) {
    const document = { ...sampleReport('party', party.layout), draft: true }
    const made = fillForm(file, { document, layout: party.layout, about: {} })
    for (const type of ['default', 'first']) {
      assert.match(partOfZip(made, `word/form-footer-${type}.xml`)!, /Dự thảo · Số liệu minh hoạ/)
      assert.match(partOfZip(made, `word/form-header-${type}.xml`)!, /SỐ LIỆU MINH HOẠ/)
    }
  }
})

test('ô thiếu, ô thừa, ô lạ, ô sai chỗ, tỷ lệ gõ tay: nêu hết một lần', () => {
  const spoilt = inDocument(form, (xml) => {
    const [number, date, kind] = ['number', 'date', 'kind'].map((name) => controlOf(xml, name)) as [
      string,
      string,
      string,
    ]
    const stranger = date.replace('field:date', 'field:mood').replace(/ngày … tháng … năm …/, 'tâm trạng')
    return xml
      .replace(number, '')
      .replace(date, `${date}${stranger}`)
      .replace(kind, `${kind}${kind}`)
      .replace('-----', 'Toàn huyện đạt 99 %')
      .replace(
        controlOf(xml, 'signer'),
        `<w:sdt><w:sdtPr/><w:sdtContent>${controlOf(xml, 'signer')}</w:sdtContent></w:sdt>`,
      )
  })
  const { codes, said } = refused(spoilt)
  assert.deepEqual(codes.toSorted(), [
    ...['field-doubled', 'field-missing', 'field-unknown', 'figure-in-words', 'wrong-place'],
  ])
  assert.match(said, /Thiếu ô “Số và ký hiệu”.*Ô “Tên loại văn bản” có 2 lần/)
  assert.match(said, /“tâm trạng”/)
  assert.match(said, /Ô “Tên người ký” nằm sai chỗ/)
})

test('ô nội dung trong bảng, chung đoạn với chữ khác, hay nằm ở đầu trang thì không nhận', () => {
  const inTable = inDocument(form, (xml) => {
    const body = paragraphOf(xml, 'body')
    return xml.replace(body, `<w:tbl><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl>`)
  })
  assert.deepEqual(refused(inTable).codes, ['body-in-table'])
  const notAlone = inDocument(form, (xml) => {
    const body = controlOf(xml, 'body')
    return xml.replace(body, `<w:r><w:t>Kính gửi: </w:t></w:r>${body}`)
  })
  assert.deepEqual(refused(notAlone).codes, ['body-not-alone'])
  const header = partOfZip(form, 'word/header1.xml')!
  const date = controlOf(partOfZip(form, 'word/document.xml')!, 'date')
  const inHeader = withChanged(form, {
    'word/header1.xml': () => header.replace('</w:p>', `${date}</w:p>`),
    'word/document.xml': (xml) => xml.replace(date, ''),
  })
  assert.deepEqual(refused(inHeader).codes, ['field-missing', 'wrong-place'])
})

test('kiểu chữ dựa vào nhau thành vòng: vẫn đọc được mẫu', () => {
  const ring = inStyles(form, (xml) =>
    xml
      .replace(/<w:name w:val="Mẫu: Nội dung"\/>/, '$&<w:basedOn w:val="Maukind"/>')
      .replace(/<w:name w:val="Mẫu: Tên loại văn bản"\/>/, '$&<w:basedOn w:val="Maubody"/>'),
  )
  assert.deepEqual(taken(ring).changes, {})
})

test('cỡ chữ và lề không dùng được thì nói mục nào', () => {
  const huge = inStyles(form, (xml) => styled(xml, 'kind', 40))
  const { said } = refused(inDocument(huge, (xml) => xml.replace(/w:top="1134"/, 'w:top="60"')))
  assert.match(said, /Lề trên.*“1.1” không dùng được.*“40” không dùng được/)
})

const links = 'word/_rels/document.xml.rels'
const outside = '<Relationship Id="rIdX" Type="x/hyperlink" Target="https://vi-du.vn/theo-doi" TargetMode="External"/>'
const inLinks = (more: string) =>
  withChanged(form, { [links]: (xml) => xml.replace('</Relationships>', `${more}</Relationships>`) })
const inBody = (more: string) => inDocument(form, (xml) => xml.replace('<w:sectPr', `${more}<w:sectPr`))
const types = '[Content_Types].xml'

const foreign: [string, Buffer, string][] = [
  ['tệp trống', Buffer.from(''), 'empty-file'],
  ['PDF đổi tên', Buffer.from('%PDF-1.7\n…'), 'is-pdf'],
  ['RTF', Buffer.from('{\\rtf1 mẫu trình bày của đơn vị}'), 'is-rtf'],
  ['Word đời cũ', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'is-doc'],
  ['50 MB', Buffer.concat([form, Buffer.alloc(50_000_000)]), 'file-too-large'],
  ['bom nén', zipOf([{ name: 'word/document.xml', bytes: Buffer.alloc(60_000_000) }]), 'file-unpacks-too-large'],
  ['cắt ngang', form.subarray(0, form.length - 900), 'broken-file'],
  [
    'Excel',
    withChanged(form, { [types]: (xml) => xml.replaceAll('wordprocessingml.document', 'spreadsheetml.sheet') }),
    'is-excel',
  ],
  ['macro', withChanged(form, { 'word/vbaProject.bin': () => 'Sub AutoOpen()' }), 'has-macros'],
  [
    'docm đổi tên',
    withChanged(form, { [types]: (xml) => xml.replace('document.main+xml', 'document.macroEnabled.main+xml') }),
    'has-macros',
  ],
  [
    'thực thể XML',
    inDocument(form, (xml) => xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "bb">]><w:document')),
    'broken-file',
  ],
  ['XML hỏng', inDocument(form, (xml) => xml.replace('</w:body>', '')), 'broken-file'],
  ['liên kết ra ngoài', inLinks(outside), 'links-out'],
  ['mẫu gắn kèm', inLinks('<Relationship Id="rIdX" Type="x/attachedTemplate" Target="Normal.dotm"/>'), 'embedded'],
  [
    'trường INCLUDETEXT',
    inBody('<w:p><w:r><w:instrText>INCLUDETEXT "c:\\\\bi-mat.txt"</w:instrText></w:r></w:p>'),
    'field-codes',
  ],
  ['trường DDE', inBody('<w:p><w:fldSimple w:instr="DDEAUTO cmd"/></w:p>'), 'field-codes'],
  ['ảnh', withChanged(form, { 'word/media/logo.png': () => 'png' }), 'pictures'],
  ['hình vẽ', inBody('<w:p><w:r><w:pict/></w:r></w:p>'), 'pictures'],
  [
    'hình và trường giấu trong đầu trang đổi tên',
    withChanged(form, {
      [links]: (xml) => xml.replace('header1.xml', 'dau-trang.xml'),
      'word/dau-trang.xml': () =>
        partOfZip(form, 'word/header1.xml')!.replace('</w:p>', '<w:fldSimple w:instr="DDEAUTO cmd"/></w:p>'),
    }),
    'field-codes',
  ],
  ['theo dõi thay đổi', inBody('<w:p><w:ins w:id="1"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>'), 'tracked-changes'],
  ['nhận xét', inBody('<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>'), 'notes'],
  ['nhiều phần', inBody('<w:p><w:pPr><w:sectPr/></w:pPr></w:p>'), 'several-sections'],
]

test(`${foreign.length} tệp không phải mẫu, hoặc chứa thứ không được chứa: mỗi tệp một câu rõ`, () => {
  for (const [what, file, code] of foreign) {
    const { codes, said } = refused(file)
    assert.deepEqual(codes, [code], what)
    assert.match(said, /^file: \p{Lu}.*\.$/u, what)
  }
})

test('tệp qua LibreOffice giữ nguyên mọi ô và mọi giá trị', { skip: withoutLibreOffice }, async () => {
  for (const family of ['party', 'state', 'womensUnion'] as const) {
    const { layout } = base(family)
    const file = throughLibreOffice(formFile(family, layout))
    assert.deepEqual(taken(file, family).changes, {}, family)
    assert.deepEqual(await outsideTheRule(file, { family, layout }), [], family)
  }
})
