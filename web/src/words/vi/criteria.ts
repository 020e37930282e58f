// Vietnamese: sets of criteria.
export const criteria = {
  title: 'Bộ tiêu chí',
  lead: 'Chấm mô hình, điển hình, cơ quan và thực hiện dân chủ. Bản mới có hiệu lực từ một ngày; hồ sơ đã chấm giữ bản cũ.',
  purpose: {
    model: 'Chấm mô hình “Dân vận khéo”',
    exemplar: 'Chấm điển hình tập thể, cá nhân',
    agency: 'Chấm cơ quan đạt tiêu chí “Dân vận khéo”',
    government: 'Chấm dân vận chính quyền',
    democracy: 'Chấm thực hiện dân chủ ở cơ sở',
  },
  version: (no: number) => `bản ${no}`,
  from: (from: string, to: string | null) => (to ? `Từ ${from} đến ${to}` : `Từ ${from}`),
  columns: { text: 'Tiêu chí', most: { label: 'Tối đa', short: true }, more: 'Điều kiện' },
  class: (name: string, least: string, passes: boolean) =>
    `${name}: từ ${least} điểm${passes ? ', được công nhận' : ''}`,
}
