// Examples of a field for files.
export const examples = [
  { name: 'thường', props: { name: 'files', label: 'Ảnh hoặc PDF', hint: 'Tối đa 5 tệp, mỗi tệp 10 MB.' } },
  {
    name: 'sai tệp',
    props: { name: 'files', label: 'Ảnh hoặc PDF', errors: ['Tệp “anh.exe” không phải ảnh hay PDF nên không nhận.'] },
  },
]
