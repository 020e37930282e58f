// Examples of uploading a scan.
const refusal = {
  ...{ kind: 'invalid', code: 'invalid-input', lines: [] },
  fields: { files: ['“bao-cao.pdf” không phải PDF, JPEG hay PNG.'], reason: ['Ghi vì sao thay.'] },
}
export const examples = [
  { name: 'lần đầu', props: { action: '?/keep', current: 0, form: null } },
  { name: 'thay, bị từ chối', props: { action: '?/keep', current: 2, form: { typed: { form: 'scan' }, refusal } } },
]
