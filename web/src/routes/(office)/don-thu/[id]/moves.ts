// What each move of a case asks for; the page draws a form for every move that is open. Pure.
export type Asks =
  | 'text'
  | 'note'
  | 'document'
  | 'desk'
  | 'to'
  | 'lead'
  | 'supports'
  | 'rejection'
  | 'nonAcceptance'
  | 'grounds'
  | 'complex'
  | 'remote'
  | 'by'
  | 'on'
  | 'keepSealed'
  | 'toInspection'
  | 'checked'
  | 'body'
  | 'due'
  | 'way'
  | 'step'

const ending: Asks[] = ['note', 'document', 'keepSealed']
const decided: Asks[] = ['on', 'note', 'document']

export const asks: Record<string, Asks[]> = {
  assign: ['lead', 'supports'],
  accept: ['document', 'lead', 'complex', 'remote'],
  notAccept: ['nonAcceptance', 'note', 'document'],
  notDenunciation: ['note', 'toInspection'],
  askMore: ['text'],
  link: ['to', 'note'],
  transfer: ['desk', 'note'],
  guide: ending,
  file: ending,
  split: ending,
  forward: ending,
  redirect: ending,
  reject: ['rejection', 'note'],
  returnWrong: ['note'],
  complicate: ['grounds', 'note', 'document'],
  extend: ['by', 'note', 'document'],
  suspend: decided,
  goOn: decided,
  terminate: ['note', 'document'],
  send: ['note'],
  close: [],
  enterWithdrawal: ['note', 'document'],
  write: ['text'],
  note: ['text'],
  reissue: ['checked'],
  promise: ['text', 'body', 'due'],
  publishConclusion: ['way', 'on', 'text'],
  sue: ['on', 'document', 'note'],
  protect: ['step', 'document', 'note'],
  clearAccused: ['note'],
}

/** Those that end the case or lead it away stand apart from those that bring it on. */
export const away = new Set([
  ...['transfer', 'guide', 'file', 'split', 'forward', 'redirect', 'reject', 'link'],
  ...['notAccept', 'notDenunciation', 'terminate', 'enterWithdrawal', 'returnWrong'],
])
