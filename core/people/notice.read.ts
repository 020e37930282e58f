// Who is told what a body is told, and how each wants it: what other slices may ask of notice.store.ts.
export { digestReaders, listenersOf, mailChoices, mailOf, type Listener, type MailChoice } from './notice.store.ts'
