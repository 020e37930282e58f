// Tuấn takes the report of the sample along from the command line, and checks it later.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Refusal } from '../../db/embedded.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { askOf, Usage, type DataCommand } from './command.ts'
import { reportCommands } from './report.ts'
import { verifyCommands } from './verify.ts'

const app = await openTestApp('sample', { now: '2024-01-06T08:00:00+07:00' })
const run = (command: unknown, options: Record<string, string>, args: string[] = []) =>
  (command as DataCommand).run({ app, ask: askOf(app), options, args })
const report = (options: Record<string, string>) => run(reportCommands[0], options)
const verify = (file: string) => run(verifyCommands[0], {}, [file])
const programme = '42-CTr/HU'

test('the issued report in three formats, said to have changed since, agrees with the database', async () => {
  for (const format of ['html', 'docx', 'json']) {
    const out = join(tmpdir(), `bao-cao.${format}`)
    const { text, json } = await report({ programme, kind: 'final', format, out })
    assert.match(text, /đã ban hành.*\n.*đã thay đổi/)
    assert.equal((json as { stage: string }).stage, 'issued')
    const checked = await verify(out)
    assert.deepEqual([checked.exit, checked.text.startsWith('Khớp')], [0, true], format)
  }
})

test('a changed figure ends the check with 1 and is named', async () => {
  const file = join(tmpdir(), 'bao-cao.html')
  await report({ programme, format: 'html', out: file })
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('75.010/88.335', '75.010/88.300'))
  const { exit, text } = await verify(file)
  assert.equal(exit, 1)
  assert.match(text, /Sai lệch .* 75\.010\/88\.335 +75\.010\/88\.300/s)
})

test('without a report of that kind it is a draft, printed when no file is named', async () => {
  const { text } = await report({ programme, kind: 'interim', period: '2023' })
  assert.match(text, /Dự thảo/)
})

test('a file that cannot be written is a sentence; without a file the answer in JSON holds the report', async () => {
  const nowhere = join(tmpdir(), 'không-có-thư-mục', 'bao-cao.html')
  await assert.rejects(report({ programme, out: nowhere }), Refusal)
  await assert.rejects(report({ programme, out: tmpdir() }), Refusal)
  const { json } = await report({ programme, format: 'html' })
  assert.match((json as { content: string }).content, /<main class="paper">/)
})

test('what cannot be meant is said', async () => {
  for (const options of [{ programme: '1-CTr/XX' }, { programme, format: 'rtf' }, { programme, format: 'docx' }])
    await assert.rejects(report(options as Record<string, string>), Usage)
  await assert.rejects(verify(join(tmpdir(), 'không-có.html')), Usage)
  const broken = join(tmpdir(), 'hỏng.docx')
  await report({ programme, format: 'docx', out: broken })
  const bytes = readFileSync(broken)
  const packed = bytes.indexOf('word/document.xml') + 'word/document.xml'.length
  writeFileSync(broken, bytes.fill(0xff, packed, packed + 2000))
  await assert.rejects(verify(broken), Usage)
})
