// English: sets of criteria.
export const criteria: typeof import('../vi/criteria.ts').criteria = {
  title: 'Criteria',
  lead: 'For models, exemplars, agencies and democracy in the grass roots. A new version holds from a day; what was scored keeps its own.',
  purpose: {
    model: 'Scores models',
    exemplar: 'Scores exemplary collectives and persons',
    agency: 'Scores agencies',
    government: 'Scores mobilisation by the authorities',
    democracy: 'Scores democracy in the grass roots',
  },
  version: (no) => `version ${no}`,
  from: (from, to) => (to ? `From ${from} to ${to}` : `From ${from}`),
  columns: { text: 'Criterion', most: { label: 'At most', short: true }, more: 'Condition' },
  class: (name, least, passes) => `${name}: from ${least} points${passes ? ', passes' : ''}`,
}
