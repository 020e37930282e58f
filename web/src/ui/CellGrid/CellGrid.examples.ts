// One row of a commune being filled in, the same with a fault at its cell, and only read.
const cell = (column: string, type: string | null, value: string) => ({
  ...{ ref: `${column}6`, column, type, value },
  ...{ required: type === 'number', span: 1 },
})
const grid = {
  range: 'C6:E17',
  heads: [
    [
      { text: 'Nhà văn hoá', span: 2 },
      { text: '', span: 1 },
    ],
    [
      { text: 'Tổng số', span: 1 },
      { text: 'Đạt chuẩn', span: 1 },
      { text: 'Tỷ lệ', span: 1 },
    ],
  ],
  columns: [
    { column: 'C', label: 'Nhà văn hoá › Tổng số' },
    { column: 'D', label: 'Nhà văn hoá › Đạt chuẩn' },
    { column: 'E', label: 'Tỷ lệ' },
  ],
  rows: [
    { row: 6, label: 'Xã Tân An', cells: [cell('C', 'number', '9'), cell('D', 'number', ''), cell('E', null, '')] },
  ],
}
const fault = 'C6: “12,5a” không phải số. Chỉ ghi số, ví dụ 1234 hoặc 12,5.'

export const examples = [
  { name: 'đang điền', props: { grid, editable: true } },
  {
    name: 'có lỗi tại ô, giữ số đã gõ',
    props: {
      grid,
      editable: true,
      form: {
        typed: { 'cells.C6': '12,5a' },
        refusal: {
          ...{ kind: 'invalid', code: 'reply-faults', fields: { 'cells.C6': [fault] } },
          lines: [{ field: 'cells.C6', href: '#o-cells-C6', text: fault }],
        },
      },
    },
  },
  { name: 'chỉ xem', props: { grid, editable: false } },
]
