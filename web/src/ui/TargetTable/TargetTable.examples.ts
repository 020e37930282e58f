// Examples: missed by one person and provisional; reached with an exception; a count that must be zero.
import type { BoardTarget } from '#web/board.ts'

const base = {
  id: 2,
  no: 2,
  indicator: 'regularActivityRate',
  numerator: 66100,
  denominator: 82625,
  value: '80.0',
  verdict: 'notReached',
  figure: 't2.main.p1.y1',
  scope: null,
  name: 'Đoàn viên, hội viên sinh hoạt thường xuyên',
  comparator: '>',
  threshold: '80',
  unit: '%',
  sourceText: null,
  note: null,
  missing: 1,
  complete: false,
  estimated: 0,
  reported: 11,
  expected: 12,
  children: [],
  overall: 'notReached',
  causes: [
    {
      bodyName: 'Ban Dân vận Huyện ủy Vĩnh Cửu',
      wording: 'Nhiều hội viên đi làm ăn xa, không dự đủ các kỳ sinh hoạt.',
      by: 'Chuyên viên Ban Dân vận Huyện ủy',
      at: '2023-12-21T07:00:00.000Z',
    },
  ],
  counted: 'person',
  reading: null,
  everyone: { figure: 't2.everyone.p1.y1', numerator: 66100, denominator: 82625, value: '80.0' },
  exceptions: [],
  companions: [],
  overlap: null,
  trend: [],
} satisfies BoardTarget

const gathering = {
  ...base,
  id: 1,
  no: 1,
  name: 'Tập hợp quần chúng trong độ tuổi vào tổ chức',
  numerator: 75010,
  denominator: 88335,
  value: '84.9',
  verdict: 'reached',
  overall: 'reached',
  missing: 0,
  figure: 't1.main.p1.y1',
  overlap: { memberships: 59369, persons: 49255, factor: '1.21', reviewed: 9, places: 12 },
  exceptions: [
    {
      ...base,
      name: 'riêng Đoàn TNCS Hồ Chí Minh',
      figure: 't1.e1.p1.y1',
      scope: { name: 'riêng Đoàn', organisation: 'youthUnion', sector: null },
      numerator: 12726,
      denominator: 28280,
      value: '45.0',
      comparator: '>=',
      threshold: '45',
      verdict: 'reached',
      missing: 0,
    },
  ],
} satisfies BoardTarget

const good = {
  ...base,
  id: 4,
  no: 4,
  name: 'Tổ chức cơ sở hoàn thành tốt nhiệm vụ',
  figure: 't4.main.p1.y1',
  numerator: 153,
  denominator: 172,
  value: '89.0',
  threshold: '85',
  verdict: 'reached',
  counted: 'organisation',
  companions: [
    {
      figure: 't4.c1.p1.y1',
      condition: 'không có tổ chức yếu kém',
      comparator: '=',
      threshold: '0',
      count: 1,
      verdict: 'notReached',
      estimated: 0,
    },
  ],
} satisfies BoardTarget

export const examples = [
  {
    name: 'ba chỉ tiêu, có ngoại lệ và điều kiện',
    props: { targets: [base, gathering, good], explain: (figure: string) => `/so-lieu/${figure}` },
  },
  { name: 'có số ước', props: { targets: [{ ...good, complete: false, estimated: 3, companions: [] }] } },
  {
    name: 'chưa có số liệu',
    props: {
      targets: [
        {
          ...base,
          numerator: 0,
          denominator: 0,
          value: null,
          verdict: 'noData',
          overall: 'noData',
          missing: null,
          reported: 0,
        },
      ],
    },
  },
]
