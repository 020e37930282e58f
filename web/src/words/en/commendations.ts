// English: commendations as everybody reads them.
import { day as shownDay } from '../format.ts'

export const commendations: typeof import('../vi/commendations.ts').commendations = {
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
  corrected: ({ document, on, day, afterDocument }) =>
    document && on
      ? `Name, post or unit were put right by ${document} of ${shownDay(on)}.`
      : `Name, post or unit were put right on ${shownDay(day)}, as the ${afterDocument ? 'document that put them right' : 'signed decision'} has them.`,
  wroteBefore: (before) => `It read: ${before}. A certificate printed before is this one.`,
  stillThisOne: 'A certificate printed before is this one.',
  decisionBefore: (day, before) =>
    `Number, day or signer were put right on ${day}; they read: ${before}. A certificate printed before is this one.`,
  entry: (number, day, post, book) => `${number} of ${day}, signed by ${post}${book ? `, book number ${book}` : ''}`,
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
      ...{
        occasion: 'Occasion',
        decision: 'Decision',
        signer: 'Signed by',
        book: 'Book number',
        presented: 'Presented',
        model: 'Model it is for',
      },
    },
    credential: 'Digital credential',
    credentialLead:
      'A file signed by Open Badges 3.0: wallets and other software check it by themselves, also offline; whether it was revoked stands in the list it names.',
    credentialFile: 'Download the credential (.jwt)',
    credentialKeys: 'Public keys to check it with',
    another: 'Check another',
    register: 'See the whole register',
  },
}
