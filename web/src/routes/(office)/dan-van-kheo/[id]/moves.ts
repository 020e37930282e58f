// What each move of a model asks for; the page draws a form for every move that is open and has one. Pure.
export const asks: Record<string, readonly string[]> = {
  register: ['notTheSame'],
  accept: ['note?'],
  giveBack: ['note'],
  start: [],
  addEvidence: ['evidenceKind', 'title', 'on', 'files', 'indicator', 'figure', 'mayShow'],
  recognise: ['level', 'decision', 'on', 'signerPost'],
  askImprove: ['note'],
  refuse: ['note'],
  review: ['year', 'class', 'note'],
  giveConsent: ['words', 'on', 'channel', 'document'],
  show: ['summary'],
  hide: ['note'],
  withdrawConsent: ['why'],
  replicate: ['owner', 'guide'],
  end: ['note'],
  withdraw: ['note'],
}

/** Stand apart from those that bring it on. */
export const away = new Set(['giveBack', 'refuse', 'hide', 'withdrawConsent', 'end', 'withdraw'])

/** Cannot be taken back. */
export const lasting = new Set(['refuse', 'end', 'withdraw'])
