// Examples of scans of a signed paper.
const file = { no: 1, name: 'bao-cao-tong-ket.pdf', bytes: 842_113, pages: 9 }
const scan = {
  ...{ id: 2, sealedBy: 'Huyện ủy Vĩnh Cửu', illustrative: true, keptBy: 'Văn thư Huyện ủy', files: [file] },
  ...{ keptAt: '2023-12-28T09:30:00.000Z', replacedAt: null, replacedBy: null, replaceReason: null },
}
const old = {
  ...{ ...scan, id: 1, replacedAt: scan.keptAt, replacedBy: scan.keptBy },
  ...{ replaceReason: 'Bản trước mờ dấu', keptAt: '2023-12-28T08:00:00.000Z' },
}
export const examples = [
  { name: 'chưa có', props: { scans: [], base: '/ban-quet', mayKeep: true } },
  { name: 'một bản, một bản đã thay', props: { scans: [scan, old], base: '/ban-quet' } },
]
