// What each move of a nomination asks for; the page draws a form for every move that is open and stands here. Pure.
export const asks: Record<string, readonly string[]> = {
  complete: [],
  flag: ['pending'],
  check: ['note?'],
  takeComments: ['from', 'until', 'where', 'count', 'settled'],
  assess: ['points', 'note?'],
  settle: ['points', 'how'],
  closeVote: ['minutes', 'paper'],
  submit: [],
  giveConsent: ['words', 'on', 'channel'],
  recuse: [],
  voteAgain: ['note'],
  giveBack: ['note'],
  refuse: ['note'],
  withdraw: ['note'],
  withdrawConsent: ['why?'],
  correctName: ['name', 'same', 'document', 'on?', 'why'],
  correctPresented: ['on', 'all', 'why'],
  revoke: ['on', 'document', 'why'],
}

/** Stand apart from those that bring it on. */
export const away = new Set([
  'recuse',
  'voteAgain',
  'giveBack',
  'refuse',
  'withdraw',
  'withdrawConsent',
  'correctName',
  'correctPresented',
  'revoke',
])

/** Cannot be taken back. */
export const lasting = new Set(['recuse', 'voteAgain', 'refuse', 'withdraw', 'revoke'])
