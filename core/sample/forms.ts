// The forms of the sample year. No official form was found: rows and checks follow the wording of the programme.
import type { Term } from '../programmes/forms/check.ts'

interface RowInput {
  count: string
  organisation?: string | null
  sector?: string | null
  section?: string | null
  label: string
  help?: string | null
  choice?: string | null
  required?: boolean
}
interface CheckInput {
  rule: object
  unless: 'never' | 'reason'
  sentence: string
}
export interface FormInput {
  key: string
  name: string
  intro?: string
  kind?: 'figures' | 'summary'
  needsDecision?: boolean
  rows: RowInput[]
  checks: CheckInput[]
}

const now = (row: number, times = 1): Term => ({ row, when: 'now', times })
const before = (row: number): Term => ({ row, when: 'before', times: 1 })

const grades = [
  ['orgExcellent', 'Hoàn thành xuất sắc nhiệm vụ'],
  ['orgGood', 'Hoàn thành tốt nhiệm vụ'],
  ['orgCompleted', 'Hoàn thành nhiệm vụ'],
  ['orgNotCompleted', 'Không hoàn thành nhiệm vụ'],
] as const

const gradeRows = (organisation: string): RowInput[] =>
  grades.map(([count, label]) => ({
    count,
    organisation,
    section: 'Xếp loại theo quyết định',
    label,
    choice: 'Xếp loại năm',
    required: false,
  }))

const memberWord: Record<string, string> = {
  youthUnion: 'Đoàn viên',
  womensUnion: 'Hội viên',
  farmersUnion: 'Hội viên',
  veterans: 'Hội viên',
}
const eligibleHelp: Record<string, string> = {
  youthUnion: 'thanh niên 16–30 tuổi có mặt tại xã',
  womensUnion: 'phụ nữ từ 18 tuổi trở lên có mặt tại xã',
  farmersUnion: 'nông dân đủ điều kiện vào Hội, có mặt tại xã',
  veterans: 'cựu chiến binh đủ điều kiện vào Hội, có mặt tại xã',
}

export const organisationsOfF1 = {
  youthUnion: { key: 'F1-DTN', name: 'Biểu F1 – Đoàn TNCS Hồ Chí Minh cấp xã' },
  womensUnion: { key: 'F1-PN', name: 'Biểu F1 – Hội Liên hiệp Phụ nữ cấp xã' },
  farmersUnion: { key: 'F1-ND', name: 'Biểu F1 – Hội Nông dân cấp xã' },
  veterans: { key: 'F1-CCB', name: 'Biểu F1 – Hội Cựu chiến binh cấp xã' },
} as const
export type OrganisationOfF1 = keyof typeof organisationsOfF1

/** F1: an organisation of a commune. Row numbers are stable: members 2, joined 3, left 4, away 5, regular 6, core 7. */
export function formF1(organisation: OrganisationOfF1): FormInput {
  const word = memberWord[organisation]!
  const low = word.toLowerCase()
  const youth = organisation === 'youthUnion'
  const rows: RowInput[] = [
    { count: 'eligible', label: 'Người trong diện tập hợp', help: eligibleHelp[organisation]! },
    { count: 'members', label: `${word} cuối kỳ`, help: 'có tên trong danh sách đến ngày chốt số' },
    { count: 'joined', label: 'Kết nạp, chuyển đến trong kỳ' },
    { count: 'left', label: 'Giảm trong kỳ', help: 'chuyển đi, xin ra, qua đời, xoá tên' },
    { count: 'workingAway', label: 'Đi làm ăn xa', help: 'vẫn có tên trong danh sách' },
    { count: 'regular', label: 'Sinh hoạt thường xuyên', help: 'dự đủ số kỳ theo Điều lệ' },
    { count: 'core', label: 'Nòng cốt', help: 'có tên, có địa chỉ trong danh sách của tổ chức' },
  ].map((row) => ({ ...row, organisation, section: 'Tổ chức và hoạt động' }))
  if (youth)
    rows.push({
      count: 'gathered',
      organisation,
      section: 'Tổ chức và hoạt động',
      label: 'Thanh niên được tập hợp',
      help: 'đoàn viên và hội viên Hội LHTN, mỗi người một lần',
    })
  rows.push(...gradeRows(organisation))
  const gathered = youth ? 8 : 2
  const gatheredWord = youth ? 'Thanh niên được tập hợp' : `${word} cuối kỳ`
  const checks: CheckInput[] = [
    atMost(
      gathered,
      1,
      `${gatheredWord} ({left}) nhiều hơn người trong diện tập hợp ({right}). Sửa một trong hai số, hoặc ghi lý do.`,
    ),
    atMost(
      6,
      2,
      `Số sinh hoạt thường xuyên ({left}) nhiều hơn số ${low} ({right}). Sửa một trong hai số, hoặc ghi lý do.`,
    ),
    atMost(7, 2, `Số nòng cốt ({left}) nhiều hơn số ${low} ({right}). Sửa một trong hai số, hoặc ghi lý do.`),
    atMost(5, 2, `Số đi làm ăn xa ({left}) nhiều hơn số ${low} ({right}). Sửa một trong hai số, hoặc ghi lý do.`),
    {
      rule: { kind: 'compare', left: [now(2)], comparator: '=', right: [before(2), now(3), now(4, -1)] },
      unless: 'reason',
      sentence: `${word} cuối kỳ ({left}) không khớp kỳ trước cộng tăng trừ giảm ({right}), lệch {difference}. Sửa, hoặc ghi lý do.`,
    },
    {
      rule: { kind: 'jump', row: 2, percent: 15 },
      unless: 'reason',
      sentence: `${word} cuối kỳ đổi từ {before} thành {now}, quá 15 % so với kỳ trước. Kiểm tra lại, hoặc ghi lý do.`,
    },
    {
      rule: { kind: 'unchanged', rows: [2, 6, 7] },
      unless: 'reason',
      sentence: `${word}, sinh hoạt và nòng cốt đều y như kỳ trước ({now}). Nếu đúng, ghi lý do; nếu chưa cập nhật, sửa lại.`,
    },
  ]
  if (youth)
    checks.push(
      atMost(
        2,
        8,
        'Đoàn viên cuối kỳ ({left}) nhiều hơn thanh niên được tập hợp ({right}). Sửa một trong hai số, hoặc ghi lý do.',
      ),
    )
  return { ...organisationsOfF1[organisation], needsDecision: true, rows, checks }
}

export function atMost(left: number, right: number, sentence: string): CheckInput {
  return {
    rule: { kind: 'compare', left: [now(left)], comparator: '<=', right: [now(right)] },
    unless: 'reason',
    sentence,
  }
}

/** F2: the Front of a commune: its classification, and the overlap where it was counted. */
export function formF2(): FormInput {
  const organisation = 'fatherlandFront'
  const overlap = ['một', 'hai', 'ba'].map((n, i) => ({
    count: `personsIn${i + 1}`,
    label: `Người ở đúng ${n} tổ chức`,
  }))
  return {
    key: 'F2',
    name: 'Biểu F2 – Mặt trận Tổ quốc cấp xã',
    intro: 'Phần rà soát trùng chỉ ghi khi xã đã rà soát trong năm; chưa rà soát thì để trống.',
    needsDecision: true,
    rows: [
      ...gradeRows(organisation),
      ...[...overlap, { count: 'personsIn4', label: 'Người ở từ bốn tổ chức trở lên' }].map((row) => ({
        ...row,
        organisation,
        section: 'Rà soát trùng giữa các tổ chức',
        required: false,
      })),
    ],
    checks: [
      {
        rule: { kind: 'overlap', rows: [5, 6, 7, 8] },
        unless: 'reason',
        sentence:
          'Tổng số lượt tính từ rà soát ({left}) không khớp tổng đoàn viên, hội viên các tổ chức của xã ({right}), lệch {difference}. Kiểm tra lại, hoặc ghi lý do.',
      },
    ],
  }
}

/** F3: what the mobilisation bloc of a commune gathers and sends on, in words; the figures are those it accepted. */
export function formF3(): FormInput {
  return {
    key: 'F3',
    name: 'Biểu F3 – Tổng hợp của khối dân vận cấp xã',
    intro: 'Số liệu là số đã nhận của các tổ chức, không gõ lại. Ghi nhận xét, khó khăn và kiến nghị.',
    kind: 'summary',
    rows: [],
    checks: [],
  }
}

const sectorNames = {
  commune: 'xã, thị trấn',
  agency: 'cơ quan, đơn vị sự nghiệp',
  school: 'trường học',
  enterprise: 'doanh nghiệp',
}
export type UnionSector = keyof typeof sectorNames

/** F4: the district federation of labour, by groups of base unions; ten rows a group. */
export function formF4(): FormInput {
  const groups = Object.entries(sectorNames)
  const asked = [
    ['baseUnionsDue', 'Công đoàn cơ sở hiện có'],
    ['baseUnionsReported', 'Công đoàn cơ sở đã báo cáo'],
    ['eligible', 'Người lao động trong diện tập hợp'],
    ['members', 'Đoàn viên'],
    ['regular', 'Sinh hoạt thường xuyên'],
    ['core', 'Nòng cốt'],
    ['orgExcellent', 'Công đoàn cơ sở hoàn thành xuất sắc'],
    ['orgGood', 'Công đoàn cơ sở hoàn thành tốt'],
    ['orgCompleted', 'Công đoàn cơ sở hoàn thành'],
    ['orgNotCompleted', 'Công đoàn cơ sở không hoàn thành'],
  ] as const
  const rows = groups.flatMap(([sector, name]) =>
    asked.map(([count, label]) => ({ count, label, organisation: 'tradeUnion', sector, section: `Khối ${name}` })),
  )
  const checks = groups.flatMap(([, name], group) => {
    const at = (row: number) => group * asked.length + row
    return [
      atMost(
        at(2),
        at(1),
        `Khối ${name}: số đã báo cáo ({left}) nhiều hơn số hiện có ({right}). Sửa lại, hoặc ghi lý do.`,
      ),
      atMost(
        at(4),
        at(3),
        `Khối ${name}: đoàn viên ({left}) nhiều hơn người trong diện tập hợp ({right}). Sửa lại, hoặc ghi lý do.`,
      ),
      atMost(
        at(5),
        at(4),
        `Khối ${name}: sinh hoạt thường xuyên ({left}) nhiều hơn đoàn viên ({right}). Sửa lại, hoặc ghi lý do.`,
      ),
      atMost(at(6), at(4), `Khối ${name}: nòng cốt ({left}) nhiều hơn đoàn viên ({right}). Sửa lại, hoặc ghi lý do.`),
      {
        rule: { kind: 'compare', left: [7, 8, 9, 10].map((row) => now(at(row))), comparator: '=', right: [now(at(2))] },
        unless: 'reason' as const,
        sentence: `Khối ${name}: bốn mức xếp loại cộng lại ({left}) khác số công đoàn đã báo cáo ({right}). Sửa lại, hoặc ghi lý do.`,
      },
      {
        rule: { kind: 'compare', left: [now(at(7), 5)], comparator: '<=', right: [now(at(7)), now(at(8))] },
        unless: 'reason' as const,
        sentence: `Khối ${name}: số xuất sắc vượt 20 % số được xếp từ tốt trở lên. Kiểm tra quyết định, hoặc ghi lý do.`,
      },
    ]
  })
  return {
    key: 'F4',
    name: 'Biểu F4 – Liên đoàn Lao động huyện, theo khối công đoàn cơ sở',
    needsDecision: true,
    rows,
    checks,
  }
}

/** F5: the steering committee for grassroots democracy: agencies assessed, units graded. */
export function formF5(): FormInput {
  const kinds = { commune: 'xã, thị trấn', agency: 'cơ quan, trường học', enterprise: 'doanh nghiệp' }
  const agencies = [
    { count: 'agenciesDue', label: 'Cơ quan, đơn vị thuộc diện chấm' },
    { count: 'agenciesAssessed', label: 'Đã chấm' },
    { count: 'agenciesMet', label: 'Đạt tiêu chí' },
  ].map((row) => ({ ...row, section: 'Cơ quan, đơn vị đạt tiêu chí “Dân vận khéo”' }))
  const units = Object.entries(kinds).flatMap(([sector, name]) =>
    [
      { count: 'unitsDue', sector, label: `${capital(name)}: thuộc diện xếp loại` },
      { count: 'unitsGraded', sector, label: `${capital(name)}: đã xếp loại` },
      { count: 'unitsGood', sector, label: `${capital(name)}: xếp loại tốt` },
    ].map((row) => ({ ...row, section: 'Thực hiện quy chế dân chủ ở cơ sở' })),
  )
  return {
    key: 'F5',
    name: 'Biểu F5 – Ban Chỉ đạo thực hiện quy chế dân chủ',
    needsDecision: true,
    rows: [...agencies, ...units],
    checks: [1, 4, 7, 10].flatMap((first) => [
      atMost(
        first + 1,
        first,
        'Số đã chấm, đã xếp loại ({left}) nhiều hơn số thuộc diện ({right}). Sửa lại, hoặc ghi lý do.',
      ),
      atMost(
        first + 2,
        first + 1,
        'Số đạt ({left}) nhiều hơn số đã chấm, đã xếp loại ({right}). Sửa lại, hoặc ghi lý do.',
      ),
    ]),
  }
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}
