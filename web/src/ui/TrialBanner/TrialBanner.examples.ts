// Examples of the trial line.
export const examples = [{ name: 'trên mọi trang dùng thử', apart: true, props: {} }]
