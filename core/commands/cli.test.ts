// Stories at the machine: Tuấn, who operates it, asks from the command line; what he types wrong is said in words.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { create as createBody } from '../bodies/body.create.ts'
import { placeAt } from '../places/place.read.ts'
import { desk, opened } from '../seal/seal.cast.ts'
import { operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { openTestApp, openTestDatabase } from '../testing/open-test-db.ts'

const { url } = await openTestDatabase('places')

interface Ran {
  code: number | null
  out: string
  said: string
}

function run(...line: string[]): Promise<Ran> {
  return runOn(url, line)
}

function runOn(databaseUrl: string, line: string[], more: Record<string, string> = {}): Promise<Ran> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, ...more }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...line], { env, stdio: 'pipe' })
  let [out, said] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })))
}
const json = async (...line: string[]) => JSON.parse((await run(...line, '--json')).out) as Record<string, any>

test('how many communes before and after 1 July 2025, and how many can be compared', async () => {
  assert.deepEqual(await json('places', 'total', '--level', 'commune', '--from', '2025-06-30', '--on', '2025-07-01'), {
    from: { date: '2025-06-30', places: 10035 },
    on: { date: '2025-07-01', places: 3321 },
    carriedWhole: 9564,
    carriedInParts: 0,
    notComparable: 471,
    lost: 0,
  })
  const { out } = await run('places', 'total', '--level=province', '--on=2025-06-30')
  assert.match(out, /30\/06\/2025 +63/)
})

test('keys from a table: looked at, written, and the totals then say what is estimated and by which key', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dt-cli-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'khoa.csv')
  const { places } = await json('call', 'placeKeys.list', '{"size":1}')
  const { parts } = await json('call', 'placeKeys.show', JSON.stringify({ id: places[0].placeId }))
  const rows = (share: string) =>
    parts
      .map((part: any) => `${places[0].code};${part.code};${share};tự ghi;Danh sách hộ;01/08/2025;giả định`)
      .join('\n')
  const head = (await run('places', 'keys-template')).out.trim()
  writeFileSync(file, `${head}\n${rows('0,3')}\n`)
  const bad = await run('places', 'keys', file, '--effective', '2025-07-01', '--json')
  assert.deepEqual([bad.code, JSON.parse(bad.out).saved, JSON.parse(bad.out).faults[0].code], [1, false, 'not-one'])
  writeFileSync(file, `${head}\n${rows(`1/${parts.length}`)}\n`)
  const looked = await json('places', 'keys', file, '--effective', '2025-07-01', '--dry-run')
  assert.deepEqual([looked.saved, looked.made, looked.faults], [false, 1, []])
  assert.match((await run('places', 'keys', file, '--effective', '2025-07-01')).out, /^Đã ghi các khoá chia\./)
  const span = ['--level', 'commune', '--from', '2025-06-30', '--on', '2025-07-01']
  const total = await json('places', 'total', ...span)
  assert.deepEqual([total.carriedInParts, total.estimated, total.notComparable, total.keys.length], [1, 1, 470, 1])
  assert.match((await run('places', 'total', ...span)).out, /Ước tính theo khoá chia\n.*\n?[\s\S]*Danh sách hộ/)
})

test('a place by code and day, with where it came from and went; by a name that is clear', async () => {
  const place = await json('places', 'show', '26170', '--on', '2025-07-01')
  assert.equal(place.at.fullName, 'Xã Trị An')
  assert.deepEqual(
    place.predecessors
      .map((line: { code: string }) => line.code)
      .toSorted()
      .slice(1),
    ['26170', '26176', '26200'],
  )
  assert.equal(place.successors[0].fullName, 'Phường Trị An')
  assert.match((await run('places', 'show', 'trị an')).out, /^Phường Trị An, mã 26170/)
})

test('the country by VN or by its name; of a province nobody says that it lies in it', async () => {
  const { out } = await run('places', 'show', 'VN', '--on=2025-06-30')
  assert.match(out, /^Việt Nam, mã VN, ngày 30\/06\/2025\n/)
  assert.match(out, /\nTrực thuộc \(63\): Thành phố Hà Nội, /)
  assert.equal((await run('places', 'show', 'việt nam', '--on=2025-06-30')).out, out)
  assert.deepEqual(
    (await json('places', 'show', '26170')).ancestors.map((above: any) => above.fullName),
    ['Thành phố Đồng Nai'],
  )
  assert.doesNotMatch((await run('places', 'show', '75')).out, /^Thuộc/m)
})

test('a name of many places is not guessed: exit code 2, with the codes to choose from', async () => {
  const { code, out, said } = await run('places', 'show', 'tân an')
  assert.deepEqual([code, out], [2, ''])
  assert.match(said, /là tên của \d+ địa bàn/)
  assert.match(said, /26179 +Xã Tân An, Thành phố Đồng Nai/)
})

test('what an operation refuses is said on stderr, exit code 1', async () => {
  const { code, out, said } = await run('places', 'show', '735', '--on', '2025-07-01', '--json')
  assert.deepEqual([code, out], [1, ''])
  assert.match(said, /^Ngày 01\/07\/2025 không có đơn vị mang mã 735\. Mã này là của Huyện Vĩnh Cửu/)
})

test('searching works without diacritics', async () => {
  const { hits } = await json('places', 'search', 'dong ha')
  assert.equal(hits[0].fullName, 'Phường Đông Hà')
})

test('any operation can be called by its name', async () => {
  const { children } = await json('call', 'places.children', '{"code":"735","on":"2023-06-30"}')
  assert.equal(children.length, 12)
  assert.equal((await run('call', 'places.nothing')).code, 2)
  assert.equal((await run('call', 'places.children', '[1]')).code, 2)
})

test('a backup of this server, checked, comes back on an empty one; never over something, and a wrong file is told', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dt-cli-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'hom-nay.tar.gz')
  const written = await json('backup', '--out', file)
  assert.deepEqual([written.file, written.rows > 10_000], [file, true])
  assert.match((await run('verify', 'backup', file)).out, /^Tệp tốt: .* dòng của \d+ bảng/)
  const empty = await openTestDatabase('blank', t)
  const restored = await runOn(empty.url, ['restore', file])
  assert.deepEqual([restored.code, /^Đã phục hồi/.test(restored.out)], [0, true])
  assert.match((await runOn(empty.url, ['places', 'show', 'trị an'])).out, /^Phường Trị An, mã 26170/)
  const again = await runOn(empty.url, ['restore', file])
  assert.deepEqual([again.code, /đã có dữ liệu/.test(again.said)], [1, true])
  writeFileSync(file, 'không phải tệp sao lưu')
  const faulty = await run('verify', 'backup', file)
  assert.deepEqual([faulty.code, /không phải bản sao lưu/.test(faulty.said)], [1, true])
  const nowhere = await run('backup', '--out', join(folder, 'khong-co', 'x.tar.gz'))
  assert.deepEqual([nowhere.code, /Không có thư mục/.test(nowhere.said)], [1, true])
})

test('keys of the seal: made once, changed, verified; only counts are printed', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dt-cli-'))
  const app = await openTestApp('places', { t, now: '2023-06-30T09:00:00+07:00' })
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const [old, young] = [join(folder, '2026.key'), join(folder, '2027.key')]
  const made = await run('seal', 'keygen', old)
  const publicKey = /^SEAL_PUBLIC=(age1\w+)$/m.exec(made.out)![1]!
  assert.ok(!made.out.includes('AGE-SECRET-KEY') && /Mất mọi bản/.test(made.out))
  const twice = await run('seal', 'keygen', old)
  assert.deepEqual([twice.code, /đã có/.test(twice.said)], [1, true])
  await run('seal', 'keygen', young)

  const place = await placeAt(app.db, '735', '2023-06-30')
  const unit = { organisation: 'partyCommittee', name: 'Huyện ủy Vĩnh Cửu', placeId: place!.placeId }
  const { id: bodyId } = must(await createBody.ask(app, operator, unit))
  const letters = desk({ sender: { name: 'Người gửi kín' }, text: 'Lời đơn kín', originals: [] })
  const seal = await opened({ public: publicKey, keyFile: null })
  for (let no = 0; no < 2; no++) must(await letters.take.ask({ ...app, seal }, operator, { bodyId }))

  const verify = (key: string) => runOn(app.databaseUrl, ['verify', 'seal'], { SEAL_KEY_FILE: key })
  assert.deepEqual((await verify(old)).out.trim(), 'Tốt: 2 mục.')
  const wrong = await verify(young)
  assert.deepEqual([wrong.code, /2 mục không mở được/.test(wrong.out), wrong.out.includes('kín')], [1, true, false])
  const keyless = await runOn(app.databaseUrl, ['verify', 'seal'], { SEAL_KEY_FILE: '' })
  assert.deepEqual([keyless.code, /SEAL_KEY_FILE/.test(keyless.said)], [1, true])
  const change = ['seal', 'rotate', '--from', old, '--to', young]
  assert.equal((await runOn(app.databaseUrl, change)).out.trim(), 'Đã đổi khoá 2 mục.')
  assert.equal((await verify(young)).out.trim(), 'Tốt: 2 mục.')
  const back = await runOn(app.databaseUrl, ['seal', 'rotate', '--from', young, '--to', old])
  assert.deepEqual([back.code, /đã thôi dùng/.test(back.said)], [2, true])
  const same = await runOn(app.databaseUrl, ['seal', 'rotate', '--from', young, '--to', young])
  assert.deepEqual([same.code, /là một/.test(same.said)], [2, true])
})
