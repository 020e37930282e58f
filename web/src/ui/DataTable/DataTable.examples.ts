// Examples of a table.
export const examples = [
  {
    name: 'chỉ tiêu',
    props: {
      caption: 'Chỉ tiêu năm 2023',
      captionSeen: true,
      keys: true,
      columns: [
        { key: 'target', label: 'Chỉ tiêu' },
        { key: 'value', label: 'Kết quả', figure: true, href: '?xep=ket-qua', sorted: 'descending' },
        { key: 'parts', label: 'Phân số', figure: true },
        { key: 'end', label: 'Kết luận' },
      ],
      rows: [
        {
          target: { text: 'Sinh hoạt thường xuyên', href: '/chi-tieu/1', note: 'giao: trên 80 %' },
          value: '80,0 %',
          parts: '66.100 / 82.625',
          end: { text: 'tạm tính: thiếu 1 người', status: 'provisionalMissed' },
        },
        {
          target: { text: 'Cơ sở thực hiện tốt quy chế dân chủ', href: '/chi-tieu/2', note: 'giao: trên 80 %' },
          value: '80,6 %',
          parts: '75 / 93',
          end: { text: '', status: 'met' },
        },
        {
          target: { text: 'Đối thoại định kỳ', href: '/chi-tieu/3', note: 'giao: mỗi xã 2 lần' },
          value: null,
          parts: null,
          end: { text: '', status: 'unreported' },
        },
      ],
    },
  },
]
