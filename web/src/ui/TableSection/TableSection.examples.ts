// Examples of a heading with its table.
const columns = { title: 'Báo cáo', state: 'Đang ở bước' }

export const examples = [
  {
    name: 'hai dòng',
    props: {
      title: 'Báo cáo chờ xử lý',
      columns,
      rows: [
        { title: { text: 'Sơ kết sáu tháng', note: 'Ban Dân vận' }, state: 'chờ duyệt' },
        { title: { text: 'Tổng kết năm', note: 'Ban Dân vận' }, state: 'chờ ký' },
      ],
    },
  },
  { name: 'chưa có gì', props: { title: 'Biểu chờ nhận', columns, rows: [], empty: 'Không có biểu nào chờ.' } },
]
