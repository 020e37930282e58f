// Examples of choosing bodies.
const blocs = [
  { id: 1, name: 'Khối dân vận xã Tân An', addressed: true },
  { id: 2, name: 'Khối dân vận xã Phú Lý' },
]
const groups = [
  { organisation: 'mobilisationBloc', name: 'Khối dân vận', bodies: blocs },
  {
    organisation: 'labourFederation',
    name: 'Liên đoàn Lao động',
    bodies: [{ id: 3, name: 'Liên đoàn Lao động huyện', addressed: true }],
  },
]

export const examples = [{ name: 'một phần của một loại', props: { legend: 'Gửi cho ai?', groups, form: null } }]
