// Examples of FilesField.
export const examples = {
  plain: { name: 'files', label: 'Ảnh hoặc PDF', hint: 'Tối đa 5 tệp, mỗi tệp 10 MB.' },
  faulty: { name: 'files', label: 'Ảnh hoặc PDF', errors: ['Tệp “anh.exe” không phải ảnh hay PDF nên không nhận.'] },
}
