// Examples of all faults at once.
import type { ShownRefusal } from '#web/form.ts'

const refusal: ShownRefusal = {
  kind: 'invalid',
  code: 'invalid-input',
  lines: [
    { field: 'regular', href: '#o-regular', text: 'Nhiều hơn số hội viên (2.735 so với 2.715).' },
    { field: 'number', href: '#o-number', text: 'Thiếu ký hiệu cơ quan.' },
  ],
  fields: {},
}
const conflict: ShownRefusal = {
  kind: 'conflict',
  code: 'changed-meanwhile',
  lines: [
    { field: '', href: null, text: 'Chị Lan vừa lưu bản mới lúc 14:32. Xem bản mới rồi lưu lại; chữ đã gõ còn đây.' },
  ],
  fields: {},
}

export const examples = [
  {
    name: 'hai chỗ cần sửa',
    props: { form: { typed: {}, refusal }, labels: { regular: 'Sinh hoạt thường xuyên', number: 'Số, ký hiệu' } },
  },
  { name: 'người khác vừa lưu', props: { form: { typed: {}, refusal: conflict } } },
]
