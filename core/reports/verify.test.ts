// A saved report is checked against the database: untouched it agrees, a changed figure anywhere is found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCast, type Answer } from './report.cast.ts'
import { verifyReport } from './verify.ts'

const { app, done, programme } = await openCast('2024-01-06T08:00:00+07:00')
const { reports } = await done('chuyenvien', 'list', { programme })
const id = reports.find((one: Answer) => one.kind === 'final').id as number
const verify = (file: Buffer) => verifyReport(app.readDb, file, '2024-01-06')

async function textOf(format: string): Promise<string> {
  return (await done('vanthu', 'render', { id, format })).content
}

test('the three files agree with the database, also after the correction', async () => {
  for (const format of ['html', 'docx', 'json']) {
    const { content, encoding } = await done('vanthu', 'render', { id, format })
    const verdict = await verify(Buffer.from(content, encoding))
    assert.deepEqual(verdict!.mismatches, [], format)
    assert.ok(verdict!.citations > 50)
  }
})

test('a figure made nicer in the text is found', async () => {
  const html = await textOf('html')
  const nicer = html.replace('>80,0\u00a0%</a>', '>80,1\u00a0%</a>')
  assert.notEqual(nicer, html)
  const { mismatches } = (await verify(Buffer.from(nicer)))!
  assert.deepEqual(
    mismatches.map(({ what, expected, found }) => [what, expected, found]),
    [['text', '80,0\u00a0%', '80,1\u00a0%']],
  )
})

test('a number written in by hand, and a figure taken out, are found', async () => {
  const html = await textOf('html')
  const added = html.replace('</main>', '<p>Toàn huyện đạt 99 %.</p></main>')
  assert.deepEqual(
    (await verify(Buffer.from(added)))!.mismatches.map(({ what, found }) => [what, found]),
    [['untagged', 'Toàn huyện đạt 99 %.']],
  )
  const late = /<li>Gửi trễ hạn[\s\S]*?<\/li>/.exec(html)![0]
  const without = (await verify(Buffer.from(html.replace(late, ''))))!
  assert.deepEqual(
    without.mismatches.map(({ what }) => what),
    ['missing'],
  )
})

test('in the data, a changed input and a changed sum are found, with what the database says', async () => {
  const trace = JSON.parse(await textOf('json'))
  const figure = trace.figures.find((one: Answer) => one.numerator === 66_100)
  figure.inputs.find((input: Answer) => input.role === 'numerator').value += 1
  figure.numerator += 1
  figure.value = '80.01'
  const { mismatches } = (await verify(Buffer.from(JSON.stringify(trace))))!
  assert.deepEqual(mismatches.map(({ what }) => what).sort(), ['fraction', 'input'])
  assert.match(mismatches.find(({ what }) => what === 'fraction')!.expected, /66100\/82625 = 80\.0/)
})

test('a value changed behind everybody’s back in the database is found too', async () => {
  const html = Buffer.from(await textOf('html'))
  const pinned = await app.db
    .selectFrom('entry_value')
    .select(['version_id', 'cell_id', 'value'])
    .where('value', '=', 8190)
    .executeTakeFirstOrThrow()
  const change = (value: number) =>
    app.db
      .updateTable('entry_value')
      .set({ value })
      .where('version_id', '=', pinned.version_id)
      .where('cell_id', '=', pinned.cell_id)
      .execute()
  await change(8191)
  const { mismatches } = (await verify(html))!
  await change(pinned.value)
  assert.ok(mismatches.some(({ what, expected }) => what === 'input' && /8191$/.test(expected)))
  assert.ok(mismatches.some(({ what, found }) => what === 'text' && found === '75.010/88.335'))
})

test('a file of something else is no report', async () => {
  assert.equal(await verify(Buffer.from('<!doctype html><p>Thư mời</p>')), null)
  assert.equal(await verify(Buffer.from('{"figures":[]}')), null)
  assert.equal(await verify(Buffer.from('PK\u0003\u0004 hỏng')), null)
})
