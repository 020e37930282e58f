// Examples of a measured effect: typed, reported, changed since, and none.
const typed = {
  ...{ origin: 'typed', value: 61.5, text: null, figure: null, indicator: null, changed: false, now: null },
}
const reported = {
  ...{ origin: 'reported', value: null, text: '83,4 % (417/500), Năm 2023', figure: 't1.main.p2.y3.farmersUnion.b4' },
  ...{ indicator: 'Tỷ lệ sinh hoạt thường xuyên', changed: false, now: null },
}
const about = { of: 'Hội viên sinh hoạt thường xuyên', unit: '%', against: 'cùng kỳ năm trước' }

export const examples = [
  { name: 'tự khai trước, đã báo cáo sau', props: { effect: { ...about, before: typed, after: reported } } },
  {
    name: 'đã đổi sau khi dẫn',
    props: {
      effect: {
        ...{ ...about, before: typed },
        after: { ...reported, changed: true, now: '84,1 % (421/500), Năm 2023' },
      },
    },
  },
  {
    name: 'nay không còn số, trang mọi người đọc',
    props: {
      effect: {
        ...{ ...about, before: typed },
        after: { ...reported, text: '83,4 %, Năm 2023', figure: null, changed: true },
      },
    },
  },
  { name: 'chưa đo được', props: { effect: null } },
]
