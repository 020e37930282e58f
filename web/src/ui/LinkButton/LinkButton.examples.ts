// Examples of links drawn as buttons.
export const examples = [
  { name: 'chính', props: { href: '/bao-cao/moi', label: 'Soạn báo cáo tổng kết' } },
  { name: 'phụ', props: { href: '/bang.xlsx', label: 'Tải Excel', kind: 'quiet', download: true } },
]
