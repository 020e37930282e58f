// A backup must come back whole, and a broken one must leave no trace.
import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { openApp } from '../../app.ts'
import { openFiles } from '../../files/files.ts'
import { showBoard } from '../../programmes/boards/board.operations.ts'
import { explainFigure } from '../../programmes/boards/explain.operations.ts'
import { must } from '../../shared/result.ts'
import { openTestApp, openTestDatabase } from '../../testing/open-test-db.ts'
import { as, programme42 } from '../../testing/sample.ts'
import { Refusal } from '../embedded/refusal.ts'
import { restoreBackup } from './restore.ts'
import { walkBackup } from './walk.ts'
import { writeBackup } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'dt-backup-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const app = await openTestApp('sample')
const whole = join(folder, 'whole.tar.gz')
const quiet = () => {}
const now = new Date('2026-06-30T09:00:00+07:00')
const written = await writeBackup(app.databaseUrl, whole, { now, say: quiet })

/** A few rows are enough to break: every table, one event. */
const small = join(folder, 'small.tar.gz')
const few = await openTestDatabase('empty')
await asking(few.url, (client) =>
  client.query(`insert into event (at, actor_kind, noun, noun_id, move, changes)
    values (now(), 'operator', 'test', 1, 'try', '{"body": "Huyện ủy Vĩnh Cửu"}')`),
)
await writeBackup(few.url, small, { now, say: quiet })

test('mọi bảng, mọi dòng trở lại đúng như cũ; bảng theo dõi và “vì sao có số này” trả lời y hệt', async (t) => {
  const target = await openTestDatabase('blank', t)
  const walked = await restoreBackup(target.url, whole, quiet)
  assert.ok(written.rows > 20_000 && Object.keys(walked.checksums.tables).length === written.tables)
  assert.deepEqual(await fingerprint(target.url), await fingerprint(app.databaseUrl))
  assert.deepEqual(await structure(target.url), await structure(app.databaseUrl))
  const restored = openApp({ databaseUrl: target.url })
  target.beforeDrop(restored.close)
  const answers = async (asked: typeof app | typeof restored) => {
    const officer = await as(asked, 'chuyenvien')
    const board = must(await showBoard.ask(asked, officer, { programme: await programme42(asked) }))
    const explained = board.targets.map((target) => explainFigure.ask(asked, officer, { figure: target.figure }))
    return { board, explained: await Promise.all(explained) }
  }
  const [before, afterwards] = [await answers(app), await answers(restored)]
  assert.deepEqual(afterwards, before)
  assert.ok(before.explained.every((one) => one.ok && one.value.inputs.length > 0))
})

test('phục hồi xong thì ghi tiếp được: mã mới đi sau mã cũ', async (t) => {
  const target = await openTestDatabase('blank', t)
  await restoreBackup(target.url, small, quiet)
  const id = await asking(target.url, async (client) => {
    const highest = await client.query('select max(id)::int as id from event')
    const made = await client.query(`insert into event (at, actor_kind, noun, noun_id, move, changes)
      values (now(), 'operator', 'test', 1, 'try', '{}') returning id::int`)
    return made.rows[0].id - highest.rows[0].id
  })
  assert.equal(id, 1)
})

test('phiên đăng nhập không đi theo bản sao; tệp chỉ chủ máy đọc được', async () => {
  const { header } = await walkBackup(whole)
  const names = header.tables.map(({ name }) => name)
  assert.ok(names.includes('sign_in_account') && !names.includes('sign_in_session'))
  assert.equal(statSync(whole).mode & 0o777, 0o600)
})

test('không phục hồi đè lên nơi đã có dữ liệu', async () => {
  const before = await fingerprint(app.databaseUrl)
  await assert.rejects(restoreBackup(app.databaseUrl, whole, quiet), says(/đã có dữ liệu.*--data/s))
  assert.deepEqual(await fingerprint(app.databaseUrl), before)
})

const broken: [string, (file: string) => void, RegExp][] = [
  ['bị cắt ngang', (file) => truncateSync(file, Math.floor(statSync(file).size * 0.7)), /bị cắt ngang/],
  [
    'thiếu đúng phần cuối',
    (file) => repack(file, (tar) => tar.subarray(0, tar.indexOf('checksums.json'))),
    /bị cắt ngang/,
  ],
  [
    'bị sửa một chữ số',
    (file) => repack(file, (tar) => swap(tar, 'Huyện ủy Vĩnh Cửu', 'Huyện ủy Vĩnh Cừu')),
    /đã bị thay đổi/,
  ],
  [
    'không phải tệp sao lưu',
    (file) => writeFileSync(file, 'Cộng hòa xã hội chủ nghĩa Việt Nam'),
    /không phải bản sao lưu/,
  ],
  ['là tệp rỗng', (file) => writeFileSync(file, ''), /không phải bản sao lưu|bị cắt ngang/],
  [
    'lập từ phiên bản mới hơn',
    (file) => repack(file, (tar) => swap(tar, '0001-events.sql', '9001-events.sql')),
    /phiên bản Đồng Thuận mới hơn/,
  ],
]
for (const [what, spoil, sentence] of broken)
  test(`tệp ${what}: nói rõ, và không ghi gì`, async (t) => {
    const file = join(folder, 'broken.tar.gz')
    copyFileSync(small, file)
    spoil(file)
    const target = await openTestDatabase('blank', t)
    await assert.rejects(restoreBackup(target.url, file, quiet), says(sentence))
    const tables = await asking(target.url, (client) =>
      client.query("select relname from pg_class where relnamespace = 'public'::regnamespace and relname = 'person'"),
    )
    if (tables.rowCount) {
      const people = await asking(target.url, (client) => client.query('select from person limit 1'))
      assert.equal(people.rowCount, 0)
      await restoreBackup(target.url, small, quiet) // and the place is still good for a sound file
    }
  })

test('bản quét đi theo bản sao lưu và trở lại đúng từng byte; thiếu hay bị sửa đều được nói', async (t) => {
  const papers = openFiles(join(folder, 'papers'))
  const sums = [await papers.keep([Buffer.from('%PDF bản ký')]), await papers.keep([Buffer.from('%PDF phụ lục')])]
  const source = await openTestDatabase('empty', t)
  const values = sums.map((sum) => `('${sum}', 9, 'application/pdf', now())`).join(', ')
  await asking(source.url, (client) => client.query(`insert into kept_file values ${values}`))
  const file = join(folder, 'papers.tar.gz')
  const made = await writeBackup(source.url, file, { now, say: quiet, files: papers })
  assert.deepEqual([made.files, made.missing], [2, []])
  assert.equal(Object.keys((await walkBackup(file)).checksums.files).length, 2)

  const target = await openTestDatabase('blank', t)
  await assert.rejects(restoreBackup(target.url, file, quiet), says(/Hãy đặt FILES/))
  const fresh = openFiles(join(folder, 'fresh'))
  await restoreBackup(target.url, file, quiet, fresh)
  for (const sum of sums) assert.deepEqual(await fresh.read(sum), await papers.read(sum))

  const spoilt = join(folder, 'spoilt.tar.gz')
  copyFileSync(file, spoilt)
  repack(spoilt, (tar) => swap(tar, '%PDF bản ký', '%PDF bản kí'))
  await assert.rejects(walkBackup(spoilt), says(/đã bị thay đổi/))

  rmSync(join(papers.folder, sums[0]!.slice(0, 2), sums[0]!))
  const less = await writeBackup(source.url, file, { now, say: quiet, files: papers })
  assert.deepEqual([less.files, less.missing], [1, [sums[0]]])
  assert.deepEqual((await walkBackup(file)).checksums.missing, [sums[0]])
})

test('không có tệp thì nói không có', async () => {
  await assert.rejects(walkBackup(join(folder, 'none')), says(/Không có tệp/))
})

function says(sentence: RegExp) {
  return (error: Error) => error instanceof Refusal && sentence.test(error.message)
}

function repack(file: string, change: (tar: Buffer) => Buffer): void {
  writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(file)))))
}

function swap(bytes: Buffer, old: string, fresh: string): Buffer {
  const at = bytes.indexOf(old)
  assert.ok(at >= 0 && Buffer.byteLength(old) === Buffer.byteLength(fresh), old)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(fresh), bytes.subarray(at + Buffer.byteLength(old))])
}

async function asking<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return ask(client).finally(() => client.end())
}

/** Rows and their sum by table, whatever their order. */
function fingerprint(url: string): Promise<Record<string, string>> {
  return asking(url, async (client) => {
    const { header } = await walkBackup(whole)
    const sums: Record<string, string> = {}
    for (const { name } of header.tables) {
      const { rows } = await client.query(
        `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from "${name}" t`,
      )
      sums[name] = rows[0].sum
    }
    return sums
  })
}

/** Constraints and indexes as PostgreSQL writes them. */
function structure(url: string): Promise<string[]> {
  return asking(url, async (client) => {
    const { rows } = await client.query(`
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
      where connamespace = 'public'::regnamespace
      union all select pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid
      where c.relnamespace = 'public'::regnamespace order by 1`)
    return rows.map(({ line }) => line)
  })
}
