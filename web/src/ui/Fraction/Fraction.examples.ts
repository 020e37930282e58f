// Examples of shares.
export const examples = [
  {
    name: 'lớn, có giải thích',
    props: { numerator: 75010, denominator: 88335, against: 80, href: '/giai-thich/2', size: 'large' },
  },
  { name: 'sát mức giao', props: { numerator: 1927, denominator: 9643, against: 20, missed: true } },
  { name: 'mẫu số không', props: { numerator: 0, denominator: 0 } },
  { name: 'chưa đủ số liệu', props: { numerator: null, denominator: null } },
]
