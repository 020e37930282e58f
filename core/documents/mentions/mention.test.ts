// What the detector finds in prose and what it must let pass, and that a huge text costs little.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askAboutMentions } from './ask.ts'
import { mentionsIn, newMentions, type MentionKind } from './mention.ts'

const found: [string, MentionKind, string][] = [
  ['Đoàn đã gặp ông Ba về giá đất.', 'name', 'ông Ba'],
  ['Bà Lan chưa đồng ý bàn giao.', 'name', 'Bà Lan'],
  ['Có ý kiến của Nguyễn Văn A ở ấp 2.', 'name', 'Nguyễn Văn A'],
  ['Đồng chí Trần Thị B báo cáo.', 'name', 'Đồng chí Trần Thị B'],
  ['Hộ TRẦN VĂN BÌNH chưa nhận tiền.', 'name', 'TRẦN VĂN BÌNH'],
  ['Cháu Hoa nghỉ học.', 'name', 'Cháu Hoa'],
  ['Linh mục Phêrô nêu ý kiến.', 'name', 'Linh mục Phêrô'],
  ['Gọi 0912 345 678 để hỏi.', 'phone', '0912 345 678'],
  ['Số máy +84912345678.', 'phone', '+84912345678'],
  ['Điện thoại: 0251.3861.234', 'phone', '0251.3861.234'],
  ['CCCD 075099001234', 'citizenId', 'CCCD 075099001234'],
  ['Giấy tờ 075099001234 đã nộp', 'citizenId', '075099001234'],
  ['xe 60A-123.45 chở đất', 'plate', '60A-123.45'],
  ['xe máy 60B1-12345', 'plate', '60B1-12345'],
  ['Gửi về lan.xa@gmail.com', 'email', 'lan.xa@gmail.com'],
  ['Ông Ba theo đạo Tin Lành.', 'faith', 'theo đạo'],
  ['Gia đình bà ấy là người dân tộc Chơ Ro.', 'faith', 'người dân tộc'],
  ['Người này là tín đồ mới.', 'faith', 'tín đồ'],
]

for (const [text, kind, words] of found)
  test(`thấy: ${text}`, () => {
    assert.ok(
      mentionsIn(text).some((one) => one.kind === kind && one.words === words),
      JSON.stringify(mentionsIn(text)),
    )
  })

const clean = [
  'Bà con đồng tình với chủ trương; các ông, bà ở ấp mong có nước sạch.',
  'Ông Chủ tịch Ủy ban nhân dân xã đối thoại với bà con.',
  'Đồng chí Bí thư Đảng ủy chủ trì. Đồng chí Chủ tịch MTTQ dự.',
  'Đoàn TNCS Hồ Chí Minh; học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh; thành phố Hồ Chí Minh.',
  'Đường Nguyễn Ái Quốc, trường THPT Trần Đại Nghĩa, khu phố Lê Hồng Phong đã làm xong.',
  'Tỉnh Bà Rịa - Vũng Tàu, xã Vĩnh Tân, thị trấn Vĩnh An, xã Phú Lý.',
  'Kế hoạch 42-CTr/HU ngày 03/03/2023; Nghị quyết số 13-NQ/HU ngày 21/12/2022; 20/10/2023.',
  'Kinh phí 1.250.000.000 đồng; 4.120/5.150 hội viên; năm 2020 2021 2022.',
  'Công tác tôn giáo, dân tộc được quan tâm; hướng dẫn sửa chữa cơ sở thờ tự đúng pháp luật.',
  'Chị em phụ nữ và anh em công nhân tham gia. Anh hùng Lao động. Bà mẹ Việt Nam anh hùng.',
  'Hội Liên hiệp Phụ nữ huyện Vĩnh Cửu, Hội Nông dân xã Mã Đà, Ban Dân vận Huyện ủy.',
  'Chú trọng việc làm sau thu hồi đất. Cụ thể: 14 cuộc đối thoại. Cô đơn, không nơi nương tựa.',
  'BÁO CÁO TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM 2023',
]

for (const text of clean)
  test(`bỏ qua: ${text}`, () => {
    assert.deepEqual(mentionsIn(text), [])
  })

test('lần đầu nêu đủ câu, không lưu; xác nhận thì qua và chỉ đếm; điều đã xác nhận không hỏi lại', () => {
  const prose = [
    { field: 'texts.overview', text: 'Ông Ba gọi 0912345678.' },
    { field: 'texts.causes', text: 'Không có.' },
  ]
  const asked = askAboutMentions(prose, false)
  assert.ok(!asked.ok && asked.refusal.kind === 'invalid' && asked.refusal.code === 'mentions-person')
  assert.deepEqual(
    asked.refusal.problems.map(({ field }) => field),
    ['texts.overview'],
  )
  assert.match(asked.refusal.problems[0]!.sentence.vi, /“Ông Ba” \(tên người\), “0912345678” \(số điện thoại\)/)
  assert.deepEqual(askAboutMentions(prose, true), { ok: true, value: { name: 1, phone: 1 } })
  assert.deepEqual(newMentions('Ông Ba gọi lại. Bà Tư cũng gọi.', 'Ông Ba gọi.'), [{ kind: 'name', words: 'Bà Tư' }])
})

test('văn bản rất dài, chữ gì cũng vậy, đọc trong chốc lát', () => {
  const pieces = [
    'Nguyễn ',
    'Ông ',
    'a@',
    '0',
    '09 ',
    '.',
    'Văn',
    '\n',
    'theo đạo ',
    '60A-',
    ' ',
    'x',
    '-',
    'CCCD ',
    '́',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }), (some) => {
      const text = some.join('').repeat(Math.ceil(200_000 / some.join('').length))
      const started = performance.now()
      assert.ok(mentionsIn(text).length <= 50)
      assert.ok(performance.now() - started < 2000, `${JSON.stringify(some)} quá lâu`)
    }),
    { numRuns: 40 },
  )
})
