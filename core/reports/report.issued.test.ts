// The final report of 2023 as issued: every number has its origin, sums are those of the year, a later change shows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { create as createModel } from '../models/model.create.operations.ts'
import { register } from '../models/model.operations.ts'
import { showBoard } from '../programmes/boards/board.operations.ts'
import { operator } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must } from '../shared/result.ts'
import { readFileOfReport } from './cited.ts'
import { partOfZip } from './docx/unzip.ts'
import { openCast, type Answer } from './report.cast.ts'
import { show } from './report.read.operations.ts'
import { trace as traceOf } from './report.view.operations.ts'

const { app, as, done, refused, programme } = await openCast('2024-01-06T08:00:00+07:00')
const { reports } = await done('chuyenvien', 'list', { programme })
const id = reports.find((one: Answer) => one.kind === 'final').id as number
const shown = await done('vanthu', 'show', { id })
const trace = await done('vanthu', 'trace', { id })
const figureOf = (pattern: RegExp) => trace.figures.find((figure: Answer) => pattern.test(figure.id))!

async function bytesOf(format: string): Promise<Buffer> {
  const { content, encoding } = await done('vanthu', 'render', { id, format })
  return Buffer.from(content, encoding)
}

test('it was numbered and issued on 28/12/2023, signed for the standing board, after it came back once', async () => {
  const { number, issuedOn, stage, signAuthority } = shown.report
  assert.deepEqual([number, issuedOn, stage, signAuthority], ['12-BC/HU', '2023-12-28', 'issued', 'onBehalf'])
  const moves = shown.history.map((line: Answer) => line.move)
  assert.deepEqual(moves, [
    ...[
      'create',
      'circulate',
      'submit',
      'return',
      'submit',
      'accept',
      'initial',
      'initial',
      'approve',
      'sign',
      'issue',
    ],
    ...['dispatch', 'dispatch', 'receive'],
  ])
})

test('its fractions are those of the sample year', () => {
  const targets = must2(trace)
  assert.deepEqual(targets, [
    ['75010/88335', '84.9'],
    ['12726/28280', '45.0'],
    ['66100/82625', '80.0'],
    ['34763/72982', '47.6'],
    ['1927/9643', '19.98'],
    ['153/172', '89.0'],
    ['1/1', '1'],
    ['36/43', '83.7'],
    ['75/93', '80.6'],
  ])
  const overlap = figureOf(/overlap/)
  assert.deepEqual([overlap.numerator, overlap.denominator, overlap.value], [59_369, 49_255, '1.21'])
})

/** Main, exceptions and companions of the district, in the order of the targets. */
function must2({ figures, report }: Answer): [string, string][] {
  const whole = /^t(\d+)\.(main|e\d+|c\d+)\.p(\d+)\.y(\d+)$/
  const rows = figures.filter((figure: Answer) => whole.test(figure.id))
  const [, , , place] = whole.exec(rows.find((row: Answer) => row.numerator === 66_100).id)!
  const [, , , , period] = whole.exec(rows.find((row: Answer) => row.numerator === 66_100).id)!
  assert.equal(report.number, '12-BC/HU')
  return rows
    .filter((row: Answer) => row.id.endsWith(`.p${place}.y${period}`))
    .sort((a: Answer, b: Answer) => rank(a.id) - rank(b.id))
    .map((row: Answer) => [`${row.numerator}/${row.denominator}`, row.value])
}

function rank(figure: string): number {
  const [, target, part] = /^t(\d+)\.(\w)/.exec(figure)!
  return Number(target) * 10 + 'mec'.indexOf(part!)
}

test('every figure is the sum of its inputs, each with who reported and who accepted it', () => {
  assert.ok(trace.figures.length > 50)
  for (const figure of trace.figures) {
    const sum = (role: string) =>
      figure.inputs
        .filter((input: Answer) => input.role === role)
        .reduce((all: number, one: Answer) => all + one.value, 0)
    assert.equal(sum('numerator'), figure.numerator, figure.id)
    if (figure.denominator !== 1) assert.equal(sum('denominator'), figure.denominator, figure.id)
    assert.ok(figure.sentence.length > 3, figure.id)
    for (const input of figure.inputs) {
      assert.ok(input.entry > 0 && input.version > 0 && input.reportedBy && input.acceptedBy, figure.id)
      assert.deepEqual(Object.keys(input).sort(), [
        ...['acceptedAt', 'acceptedBy', 'body', 'count', 'definitionVersion', 'entry', 'nature', 'place'],
        ...['reportedAt', 'reportedBy', 'role', 'value', 'version'],
      ])
    }
  }
})

test('the sentences say what was reached, what is missing by how much, and who did not report', () => {
  const { sentence } = figureOf(/late\./)
  assert.match(sentence, /xã Phú Lý, trễ 3 ngày/)
  const all = trace.figures.map((figure: Answer) => figure.sentence).join('\n')
  assert.match(all, /80,0\u00a0% \(66\.100\/82\.625\).*chưa đạt, thiếu 1 người/)
  assert.match(all, /Riêng Đoàn TNCS Hồ Chí Minh .*vừa bằng mức giao/)
  assert.match(all, /còn thiếu xã Mã Đà/)
  assert.match(all, /ở 9 địa bàn đã rà soát/)
})

test('in HTML and in Word no number stands without its origin, and both cite the same', async () => {
  const html = readFileOfReport(await bytesOf('html'))!
  const docx = readFileOfReport(await bytesOf('docx'))!
  assert.deepEqual([html.untagged, docx.untagged], [[], []])
  assert.deepEqual(
    docx.citations,
    html.citations.map(({ id, part, text }) => ({ id, part, text })),
  )
  const known = new Set(trace.figures.map((figure: Answer) => figure.id))
  assert.deepEqual(
    html.citations.filter((citation) => !known.has(citation.id)),
    [],
  )
  const said = trace.quotations.map((quotation: Answer) => `${quotation.text} · ${quotation.source}`)
  assert.ok(said.includes('14 · do đơn vị soạn thảo'))
})

test('the Word file has the paper of the Party’s documents', async () => {
  const file = await bytesOf('docx')
  const body = partOfZip(file, 'word/document.xml')!
  const mm = (attribute: string) =>
    Math.round((Number(new RegExp(`<w:pgMar[^>]*w:${attribute}="(\\d+)"`).exec(body)![1]) * 25.4) / 1440)
  assert.deepEqual(['top', 'bottom', 'left', 'right', 'header'].map(mm), [20, 20, 30, 15, 10])
  assert.match(body, /w:line="360" w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="360"/)
  assert.match(body, /<w:tblHeader\/>/)
  assert.match(body, /<w:titlePg\/>/)
  assert.match(partOfZip(file, 'word/styles.xml')!, /Times New Roman/)
  assert.match(partOfZip(file, 'word/footer1.xml')!, /Số liệu minh hoạ/)
})

test('after Thạnh Phú’s correction it is stale and says what changed; its own text stays as issued', async () => {
  const { stale } = shown
  assert.equal(stale.changed, true)
  const moved = stale.moved.find((line: Answer) => line.before === 9870)
  assert.equal(moved.now, 10_020)
  assert.match(moved.bodyName, /Phụ nữ xã Thạnh Phú/)
  const changed = stale.figures.filter((line: Answer) => /75\.010/.test(line.before))
  assert.deepEqual(
    changed.map((line: Answer) => [line.before, line.now]),
    [['84,9\u00a0% (75.010/88.335)', '84,8\u00a0% (75.010/88.485)']],
  )
  const board = must(await showBoard.ask(app, await as('chuyenvien'), { programme }))
  assert.equal(board.targets[0]!.denominator, 88_485)
  assert.equal(figureOf(/^t\d+\.main/).denominator > 0, true)
  assert.match((await bytesOf('html')).toString(), /75\.010\/88\.335/)
})

test('a preview of a programme that has an issued report is that report; others get a draft, marked', async () => {
  const issued = await done('chuyenvien', 'preview', { programme, format: 'html' })
  assert.deepEqual([issued.report, issued.stage, issued.changed], [id, 'issued', true])
  const draft = await done('chuyenvien', 'preview', { programme, kind: 'interim', period: '2023', format: 'html' })
  assert.deepEqual([draft.report, draft.stage], [null, 'preview'])
  assert.match(draft.content, /Dự thảo · Số liệu minh hoạ/)
  assert.equal((await refused('phunu.tanan', 'preview', { programme })).code, 'role-needed')
})

test('a model it counted is withdrawn after a report was issued: the report says so, its own text stays; a new one is not its affair', async () => {
  // Đông Hà's, whose registry stood in it.
  const { rows } = await sql<{ id: number }>`select r.id from report r join programme p on p.id = r.programme_id
    join body_version b on b.body_id = p.body_id where b.name = 'Thành ủy Đông Hà' and r.stage = 'issued'`.execute(
    app.db,
  )
  const other = rows[0]!.id as Id<'report'>
  const open = async () => must(await show.ask(app, operator, { id: other }))
  const { figures } = must(await traceOf.ask(app, operator, { id: other }))
  const all = figures.find((one) => /^mh\.registered\.p/.test(one.id))!
  const listed = all.inputs[0]!.models![0]!.id
  const { rows: models } = await sql<{ owner: number; guide: number; field: string }>`select owner_id as owner,
    guide_id as guide, field from model where id = ${listed}`.execute(app.db)
  const { field, ...kin } = models[0]!
  const told = {
    ...{ kind: 'model', field, year: 2023, leaderPost: 'Chủ tịch Hội', contact: 'Trụ sở UBND xã' },
    ...{ forces: 'Hội, các khu phố', problem: 'Rác đổ ven đường, dân phản ánh nhiều lần.', startsOn: '2023-03-01' },
    ...{ objective: 'Không còn điểm đổ rác ven đường.', expected: 'Hết điểm rác trong ba tháng đầu năm.' },
    content: 'Mỗi tổ nhận một đoạn đường, dọn rác, trồng hoa, cử người tưới hằng ngày trong tuần.',
    ...{ name: 'Tổ vay vốn ghi sổ muộn', ...kin },
  }
  const made = must(await createModel.ask(app, operator, told))
  must(await register.ask(app, operator, { id: made.id, expectedVersion: made.version, notTheSame: true }))
  assert.deepEqual((await open()).stale.figures, [])
  // As one withdrawn by its body.
  await sql`update model set stage = 'withdrawn' where id = ${listed}`.execute(app.db)
  const { stale } = await open()
  const said = (name: string) => stale.figures.find((one) => one.name === `Mô hình “Dân vận khéo”: ${name}`)
  assert.equal(said('Đăng ký')!.figure, all.id)
  assert.deepEqual([said('Đăng ký')!.before, said('Đăng ký')!.now], [String(all.numerator), String(all.numerator - 1)])
  assert.ok(stale.figures.some(({ figure }) => figure.startsWith(`mh.registered.${field}.`)))
  assert.equal(stale.changed, true)
  const kept = must(await traceOf.ask(app, operator, { id: other }))
  assert.deepEqual(kept.figures, figures)
})
