// English: the office, for people who are signed in.
import type { Words } from '../words.ts'

export const office: Words['office'] = {
  desk: 'Desk',
  groups: {
    citizens: 'Citizens',
    figures: 'Figures and reports',
    honours: 'Emulation',
    administration: 'Administration',
  },
  deskTitle: 'Your tasks',
  nothing: 'Nothing is waiting for you now.',
  nothingNext: 'When a reporting period opens or figures wait to be accepted, they appear here with their due date.',
}
