// A small sheet: a merged heading, an asked cell, a formula.
const cell = (ref: string, text: string, kind = 'plain', across = 1) => ({ ref, text, across, down: 1, kind })

export const examples = [
  {
    name: 'biểu có ô gộp, ô cần điền, công thức',
    props: {
      caption: 'Biểu 1',
      table: {
        columns: ['A', 'B', 'C'],
        rows: [
          { row: 1, cells: [cell('A1', 'Tổng hợp nhà văn hoá', 'plain', 3)] },
          { row: 2, cells: [cell('A2', 'Xã Tân An'), cell('B2', '', 'asked'), cell('C2', '12,5', 'formula')] },
        ],
        lastRow: 2,
        lastColumn: 3,
      },
    },
  },
]
