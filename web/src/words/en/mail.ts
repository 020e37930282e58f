// English: mail – how one wants to be reminded, and how the mails go.
export const notices = {
  title: 'Reminders by mail',
  lead: 'Reminders always stand on the desk. If you wish, they are also sent by e-mail.',
  off: 'No mail server is configured here, so no mail is sent. The address can be kept all the same.',
  fields: { address: 'E-mail address', choice: 'When to send' },
  addressHint: 'Preferably your office address. When blank, choose no mail.',
  choices: { atOnce: 'Each mail at once', digest: 'One mail a day', none: 'No mail' },
  hints: {
    atOnce: (days: string) => `On the days of reminding (${days}) and when a form is returned.`,
    digest: (hour: number) => `From ${hour}:00. All forms to send and to accept. No mail when there is nothing to do.`,
    none: 'Only on the desk.',
  },
  use: 'The address is used for reminders, and to tell you when an administrator took your second step away. You and your administrators see it. Mails hold no figures and no names of citizens. It can be removed at any time.',
  save: 'Save',
  done: 'Saved.',
}

const stepsSaid = (steps: readonly number[]) =>
  steps
    .map((step) => {
      const days = Math.abs(step) === 1 ? '1 day' : `${Math.abs(step)} days`
      return step === 0 ? 'on the due day' : `${days} ${step > 0 ? 'before' : 'after'}`
    })
    .join(', ')

export const reminderPolicy = {
  title: 'Rules of reminding',
  stepsSaid,
  stepsHint:
    'Days before the due day, with commas between; negative: after it. A calendar with steps of its own goes by them.',
  fields: {
    steps: 'On which days to remind',
    catchUpDays: 'A step missed while nothing ran is caught up on for',
    aheadDays: 'The daily mail lists what is due within',
    lateDays: 'The daily mail lists what is late by no more than',
    digestHour: 'The daily mail goes out from',
    staleDays: 'No mail about news older than',
    basis: 'Basis',
    confidence: 'Certainty',
  },
  units: { catchUpDays: 'days', aheadDays: 'days', lateDays: 'days', digestHour: 'h', staleDays: 'days' },
}

export const mails = {
  title: 'Mail',
  lead: 'Reminders to those who gave an address. Late or failed mail never slows the pages.',
  off: 'SMTP_URL and MAIL_FROM are not set on this server, so no mail is sent. Reminders still stand on the desk and wait in the outbox.',
  from: 'Sent from',
  counts: {
    unspread: 'Reminders not yet made into mails',
    waiting: 'Mails waiting',
    delayed: 'Of these, tried without success',
    sent: 'Sent',
    refused: 'Refused',
    dropped: 'No longer needed, not sent',
  },
  inDays: (days: number) => `in the last ${days} days`,
  failed: 'Mails that did not go out',
  noneFailed: 'No mail is refused or waiting for another try.',
  columns: { person: 'Receiver', what: 'Mail', state: 'State', reply: 'The server said' },
  kinds: { message: 'Reminder', digest: 'Daily mail', test: 'Test', account: 'About the account' },
  states: { waiting: 'waiting', sent: 'sent', refused: 'refused', dropped: 'dropped' },
  tries: (count: number) => `tried ${count} times`,
  next: (at: string) => `next try at ${at}`,
  retry: 'Send the refused mails again',
  retryText: 'Better mend the addresses first. Only mails of the people you administer are sent again.',
  retried: (count: number) => `${count} mails are waiting again.`,
  test: 'Send me a test mail',
  testTo: (address: string) => `The test goes to ${address}, the way every mail goes.`,
  testNoAddress: 'To send a test, first give your own address.',
  testWaiting: 'The test mail is waiting. Load the page again in a few seconds.',
  lastTest: (state: string, at: string) => `Last test: ${state}, ${at}.`,
}
