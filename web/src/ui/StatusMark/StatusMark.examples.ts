// Every state, and one with words of its own.
const states = [
  'met',
  'provisionalMet',
  'provisional',
  'provisionalMissed',
  'missed',
  'insufficient',
  'unreported',
  'late',
  'changed',
] as const

export const examples: { name: string; props: object }[] = [
  ...states.map((state) => ({ name: state, props: { state } })),
  { name: 'chỉ dấu', props: { state: 'late', silent: true } },
  { name: 'nói rõ hơn', props: { state: 'missed', text: 'chưa đạt, thiếu 2 người' } },
]
