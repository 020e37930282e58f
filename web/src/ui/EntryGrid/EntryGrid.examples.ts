// Examples: a form being filled with a fault at its cell, and one that is only read.
import type { OpenEntry } from '@dong-thuan/core/programmes/entries/entry.schema.ts'

const row = (no: number, label: string, more: object = {}) => ({
  no,
  label,
  section: 'Tổ chức và hoạt động',
  help: null,
  unit: 'person',
  choice: null,
  required: true,
  ...more,
})
const grade = { section: 'Xếp loại theo quyết định', choice: 'Xếp loại năm', required: false, unit: 'organisation' }
const version = {
  id: 1,
  no: 1,
  nature: 'actual' as const,
  reason: null,
  remark: null,
  decisionNumber: null,
  decisionOn: null,
  savedBy: 'Chủ tịch Hội Nông dân xã Tân An',
  savedAt: '2023-12-15T02:20:00.000Z',
  submittedBy: null,
  submittedAt: null,
  returnedBy: null,
  returnedAt: null,
  returnReason: null,
  acceptedBy: null,
  acceptedAt: null,
  values: [
    { no: 1, value: 3240, note: null },
    { no: 2, value: 2715, note: null },
    { no: 3, value: 2735, note: null },
    { no: 5, value: 1, note: null },
  ],
}
const opened: OpenEntry = {
  entry: 1,
  stage: 'draft',
  version: 1,
  counted: null,
  countedNature: null,
  proposedNature: 'actual',
  awaitsActual: false,
  line: null,
  raised: [],
  fell: [],
  form: {
    id: 1,
    key: 'F1-ND',
    name: 'Biểu F1 – Hội Nông dân cấp xã',
    intro: null,
    kind: 'figures',
    needsDecision: true,
    rows: [
      row(1, 'Người trong diện tập hợp', { help: 'nông dân có mặt tại xã' }),
      row(2, 'Hội viên cuối kỳ', { unit: 'membership' }),
      row(3, 'Sinh hoạt thường xuyên'),
      row(4, 'Hoàn thành xuất sắc nhiệm vụ', grade),
      row(5, 'Hoàn thành tốt nhiệm vụ', grade),
    ],
    checks: [],
  },
  body: { id: 1, name: 'Hội Nông dân xã Tân An', organisation: 'farmersUnion' },
  to: { id: 2, name: 'Khối dân vận xã Tân An' },
  place: 1,
  programme: 1,
  period: {
    id: 1,
    key: '2023',
    name: 'Năm 2023',
    startsOn: '2022-12-15',
    endsOn: '2023-12-14',
    cutOffOn: '2023-12-14',
    dueOn: '2023-12-18',
    closed: false,
  },
  drawn: [],
  daysLate: 0,
  before: [{ no: 2, value: 2688 }],
  ratios: [{ name: 'Tập hợp', numerator: [2], denominator: [1], comparator: '>', threshold: '80' }],
  memberships: null,
  versions: [version],
  received: [],
  consolidations: [],
  moves: ['save', 'submit'],
}
const fault = 'Số sinh hoạt thường xuyên (2.735) nhiều hơn số hội viên (2.715). Sửa một trong hai số, hoặc ghi lý do.'

export const examples = [
  { name: 'đang nhập', props: { opened, editable: true } },
  {
    name: 'có lỗi tại ô, giữ số đã gõ',
    props: {
      opened,
      editable: true,
      form: {
        typed: { 'rows.1.value': '3.240', 'rows.2.value': '2.715', 'rows.3.value': '2.735' },
        refusal: {
          kind: 'invalid',
          code: 'entry-faults',
          lines: [{ field: 'rows.3.note', href: '#o-rows-3-note', text: fault }],
          fields: { 'rows.3.note': [fault] },
        },
      },
    },
  },
  { name: 'chỉ xem', props: { opened, editable: false } },
  {
    name: 'có số tính từ phiếu, không gõ',
    props: {
      opened: { ...opened, drawn: [{ no: 3, value: 2735, source: 'assessment', sourceId: 4, typed: false }] },
      editable: true,
    },
  },
  {
    name: 'kỳ đã khoá, phiếu nay cho số khác',
    props: {
      opened: { ...opened, drawn: [{ no: 3, value: 2700, source: 'assessment', sourceId: 4, typed: false }] },
      editable: false,
    },
  },
]
