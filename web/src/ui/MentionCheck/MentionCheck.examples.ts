// Examples of the question about words that may point to a person.
const line = { field: 'text', href: '#o-text', text: 'Có thể chỉ một người: “ông Ba” (tên người).' }

export const examples = [
  {
    name: 'đã giữ lại, chờ xác nhận',
    props: {
      form: {
        typed: { text: 'Ông Ba hiến đất.' },
        refusal: { kind: 'invalid', code: 'mentions-person', lines: [line], fields: { text: [line.text] } },
      },
    },
  },
]
