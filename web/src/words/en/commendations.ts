// English: commendations as everybody reads them.
import type { Words } from '../words.ts'

export const commendations: Words['commendations'] = {
  nav: 'Commendations',
  title: 'Register of commendations',
  lead: 'Collectives and persons honoured by a signed decision. A person is named only with consent.',
  q: 'Name',
  year: 'Year signed',
  kind: 'Form',
  all: 'All',
  show: 'Show',
  count: (count: string) => `${count} honoured`,
  none: 'Nobody fits what was chosen.',
  noneNext: 'Choose less, or check a certificate by the code printed on it.',
  kinds: {
    ...{ giayKhen: 'Certificate of merit (giấy khen)', bangKhen: 'Certificate of merit (bằng khen)' },
    ...{ kyNiemChuong: 'Commemorative medal', title: 'Title' },
  },
  columns: { who: 'Honoured', form: 'Form', body: 'Awarding body', decision: 'Decision', state: 'State' },
  aPerson: 'A person',
  book: (book: string) => `book no. ${book}`,
  decision: (number: string, day: string) => `${number} of ${day}`,
  presented: (day: string) => `presented on ${day}`,
  decided: 'decided',
  revoked: (day: string) => `REVOKED on ${day}`,
  illustrative: 'illustrative',
  check: {
    title: 'Check a certificate',
    lead: 'Type the 12 letters printed below the square on the certificate, or scan the square with a phone.',
    code: 'Code',
    look: 'Check',
    valid: 'This certificate is genuine and in force.',
    revoked: (day: string, document: string) =>
      `This commendation WAS REVOKED on ${day} by ${document}. The certificate is void.`,
    fields: {
      ...{ who: 'Honoured', unit: 'Post, unit', form: 'Form', level: 'Level', body: 'Awarding body' },
      ...{ occasion: 'Occasion', decision: 'Decision', signer: 'Signed by', book: 'Book number', presented: 'Presented' },
    },
    another: 'Check another',
    register: 'See the whole register',
  },
}
