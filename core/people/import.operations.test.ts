// Stories of importing people from a sheet.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browser } from './browser.cast.ts'
import { importPeople } from './import.operations.ts'
import { readDayCell, readSheet } from './import.sheet.ts'
import { app, as, board, done, farmers, make, party, refused, tanAn } from './person.cast.ts'

await make('ha', 'Quản trị huyện', ['administrator', party])
await make('minh', 'Quản trị Hội Nông dân', ['administrator', farmers])
const [ha, minh] = [await as('ha'), await as('minh')]
const people = async () => (await app.db.selectFrom('person').select('username').execute()).length

const sheet = [
  'Họ tên, chức danh\tTên đăng nhập\tĐơn vị\tVai trò\tTừ ngày',
  'Phó Trưởng ban Dân vận\tbinh\tBan Dân vận Huyện ủy\tPhó Trưởng ban\t01/01/2023',
  'Cán bộ đầu mối\t\tHội Nông dân xã Tân An\tCán bộ đầu mối\t',
  `Chuyên viên\t\t${board}\tchuyen vien\t2023-05-02`,
].join('\r\n')

test('Hà looks at what the sheet would make, then makes it; each first password opens its account', async () => {
  const before = await people()
  const dry = await done(ha, importPeople, { text: sheet, dryRun: true })
  assert.deepEqual([dry.saved, (await people()) - before], [false, 0])
  assert.deepEqual(
    dry.people.map((row: { username: string; bodyId: number; from: string }) => [row.username, row.bodyId, row.from]),
    [
      ['binh', board, '2023-01-01'],
      ['cbdm.hndtanan', tanAn, '2023-06-30'],
      ['cv.bdvhuyenuy', board, '2023-05-02'],
    ],
  )
  const made = await done(ha, importPeople, { text: sheet })
  assert.equal((await people()) - before, 3)
  for (const { username, password } of made.people) assert.equal(await browser().signIn(username, password), 'in')
  const again = await refused(ha, importPeople, { text: sheet })
  assert.match(again.said, /Dòng 2: tên đăng nhập “binh” đã có người dùng/)
  assert.equal((await people()) - before, 3)
})

test('every fault of every row is said, with its line, and nothing is saved', async () => {
  const before = await people()
  const text = [
    'chuc danh;don vi;vai tro;tu ngay;ten dang nhap',
    'Người một;Hội Nông dân xã Tân An;Giám đốc;31/02/2023;Tên Sai',
    ';Hội Chim Cảnh;Văn thư;;haiba',
    '',
    'Người ba;;Văn thư;;haiba',
    'Người bốn;Hội Nông dân xã Tân An;Văn thư;;',
  ].join('\n')
  const { said } = await refused(ha, importPeople, { text })
  for (const part of [
    /Dòng 2: không hiểu vai trò “Giám đốc”/,
    /Dòng 2: không hiểu ngày “31\/02\/2023”/,
    /Dòng 2: Tên đăng nhập “tên sai” chưa đúng/,
    /Dòng 3: thiếu họ tên/,
    /Dòng 3: không có đơn vị “Hội Chim Cảnh”/,
    /Dòng 5: thiếu đơn vị/,
    /Dòng 5: tên đăng nhập “haiba” .* lặp lại/,
  ])
    assert.match(said, part)
  assert.equal(await people(), before)
})

test('Minh imports into the unions he reaches, not into the board of the Party', async () => {
  const text = 'Tên,Đơn vị,Vai trò\nA,Hội Nông dân xã Tân An,Văn thư\nB,Ban Dân vận Huyện ủy,Văn thư'
  const { said } = await refused(minh, importPeople, { text })
  assert.equal(
    said,
    'rows.3.body: Dòng 3: đơn vị “Ban Dân vận Huyện ủy” ở ngoài hệ thống và địa bàn đồng chí quản trị.',
  )
  const officer = await as('binh')
  assert.equal((await refused(officer, importPeople, { text })).code, 'role-needed')
})

test('a sheet without headings is read in the usual order; anything else is said plainly', async () => {
  const plain = readSheet('Lan,,Hội Nông dân xã Tân An,Văn thư,')
  assert.ok('rows' in plain && plain.rows[0]!.body === 'Hội Nông dân xã Tân An' && plain.rows[0]!.line === 1)
  assert.match((await refused(ha, importPeople, { text: 'xin chào' })).said, /Không nhận ra các cột/)
  assert.match((await refused(ha, importPeople, { text: 'Tên,Đơn vị,Vai trò\n' })).said, /chưa có dòng nào/)
  const long = `Tên,Đơn vị,Vai trò\n${'A,B,C\n'.repeat(501)}`
  assert.match((await refused(ha, importPeople, { text: long })).said, /tối đa 500 người/)
  const quoted = readSheet('\uFEFF"Họ tên","Đơn vị","Vai trò"\n"Lan, cán bộ\nđầu mối","Hội","Văn thư"')
  assert.ok('rows' in quoted && quoted.rows[0]!.name === 'Lan, cán bộ\nđầu mối')
  assert.deepEqual(['1/2/2023', '31.12.2023', '2023-13-01', 'mai'].map(readDayCell), [
    '2023-02-01',
    '2023-12-31',
    null,
    null,
  ])
})
