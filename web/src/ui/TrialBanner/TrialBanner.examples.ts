// Examples of the trial line.
export const examples = [{ name: 'trên mọi trang dùng thử', props: {} }]
