// What is covered before a citizen's words are made public, and what stays readable.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mask, personalData, spotWords } from './spots.ts'

const covered: [string, string][] = [
  ['Tôi là Nguyễn Văn A, gọi 0912 345 678.', 'Tôi là [tên người], gọi [số điện thoại].'],
  ['toi la ong Nguyen Van Ba, sdt 0912345678', 'toi la [tên người], sdt [số điện thoại]'],
  ['ông nguyễn văn tèo nhà bên cạnh hay hát', 'ông [tên người] nhà bên cạnh hay hát'],
  ['ba tran thi lan o canh cho', '[tên người] o canh cho'],
  ['Đường dây (0251) 3861 234 không ai nghe', 'Đường dây [số điện thoại] không ai nghe'],
  ['CCCD 075 099 001 234 của tôi', '[số giấy tờ] của tôi'],
  ['cmnd so 271234567', '[số giấy tờ]'],
  ['Giấy tờ 271234567 nộp rồi', 'Giấy tờ [số giấy tờ] nộp rồi'],
  ['Chuyển vào STK 0123 4567 8901 ngân hàng', 'Chuyển vào [số tài khoản] ngân hàng'],
  ['so tai khoan: 9704123456789', '[số tài khoản]'],
  ['Xe biển số 60h5-9999 chở đất', 'Xe [biển số xe] chở đất'],
  ['xe 60A-123.45 chở đất', 'xe [biển số xe] chở đất'],
  ['Nhà tôi ở số nhà 12/3A, ấp 2', 'Nhà tôi ở [địa chỉ nhà], ấp 2'],
  ['Trước 45 đường Trần Phú có ổ gà', 'Trước [địa chỉ nhà] đường Trần Phú có ổ gà'],
  ['truoc 45/2 duong tran phu', 'truoc [địa chỉ nhà] duong tran phu'],
  ['thường trú tại tổ 5 khu phố 2, phường này', '[địa chỉ nhà], phường này'],
  ['Chị Lan sinh năm 1975 bị té', '[tên người] [ngày, năm sinh] bị té'],
  ['Ông Ba theo đạo Tin Lành, hay mở loa.', '[tên người] [tôn giáo, dân tộc của một người], hay mở loa.'],
  ['Nhà bà ấy là người dân tộc Chơ Ro.', 'Nhà bà ấy là [tôn giáo, dân tộc của một người].'],
  ['ong Ba theo dao Tin Lanh', '[tên người] [tôn giáo, dân tộc của một người]'],
  ['Tôi tên Lan, họ và tên: Lê Lan.', 'Tôi tên [tên người], họ và tên: [tên người].'],
  ['Gửi lan.xa@gmail.com hoặc facebook.com/lan.xa', 'Gửi [thư điện tử] hoặc [đường dẫn]'],
]

for (const [text, public_] of covered)
  test(`che: ${text}`, () => {
    assert.equal(mask(text, personalData(text)), public_)
  })

const open = [
  'Cống trước chợ bị nghẹt, mưa xuống nước ngập vào sân trường.',
  'Cong truoc cho bi nghet, mua xuong nuoc ngap vao san truong.',
  'Kinh phí 250000000 đồng, đã chi 1.250.000.000 đồng cho 3 km đường.',
  'Quyết định 12/2023/QĐ-UBND ngày 03/03/2023; thửa 45 tờ bản đồ 12, 120 m2.',
  'Ấp 3 ngập từ đường Trần Phú đến trường THPT Trần Đại Nghĩa.',
  'Công tác tôn giáo, dân tộc ở xã được quan tâm; tên đường Trần Phú viết sai.',
  'Có 3 đường ngập, 2 hẻm bị cúp điện.',
  'Đề nghị lễ thi đua tổ chức sớm; học sinh 2023 em.',
  'Tieng on tu xuong go, anh em cong nhan khong ngu duoc.',
]

for (const text of open)
  test(`để nguyên: ${text}`, () => {
    assert.deepEqual(
      personalData(text).map(({ from, to }) => text.slice(from, to)),
      [],
    )
  })

test('places are in order and apart; letters in two parts (NFD) are the same text', () => {
  const text = 'Bà Trần Thị Lan, CCCD 075099001234, điện thoại 0912345678.'
  const spots = personalData(text.normalize('NFD'))
  assert.deepEqual(spots, personalData(text))
  for (const [i, { from, to }] of spots.entries()) assert.ok(from < to && from >= (spots[i - 1]?.to ?? 0))
  assert.equal(mask(text.normalize('NFD'), spots), '[tên người], [số giấy tờ], điện thoại [số điện thoại].')
  assert.equal(mask('Gọi 0912345678', personalData('Gọi 0912345678'), 'en'), 'Gọi [a telephone number]')
})

test('an officer’s own places are covered too, however they overlap or lie outside', () => {
  const spots = [
    { kind: 'address' as const, from: 8, to: 20 },
    { kind: 'name' as const, from: 4, to: 10 },
    { kind: 'name' as const, from: 900, to: 950 },
    { kind: 'name' as const, from: 3, to: 3 },
  ]
  assert.equal(mask('Nhà chú Tư cuối hẻm 3', spots), 'Nhà [tên người]3')
})

test('nothing of what was found is left, whatever the text', () => {
  const words = fc.constantFrom(
    'ông Ba',
    '0912345678',
    'số nhà 12',
    'đường',
    'CCCD',
    '271234567',
    ',',
    '\n',
    'nguyễn văn',
    '…',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (some) => {
      const text = some.join(' ')
      const masked = mask(text, personalData(text))
      assert.doesNotMatch(masked, /\d{9}|ông Ba/)
    }),
  )
  const long = 'ông nguyễn văn 0 12/ địa chỉ '.repeat(7000)
  const started = performance.now()
  personalData(long)
  assert.ok(performance.now() - started < 3000)
})

test('every kind has its words', () => {
  assert.ok(Object.values(spotWords).every(([vi, en]) => vi && en))
})
