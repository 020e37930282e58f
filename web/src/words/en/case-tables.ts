// English: what the citizens' desk counts, prints and puts in a calendar.
import type { Dimension } from '@dong-thuan/core/cases/tables/figures.ts'
import type { calendarFeeds as viFeeds, casePapers as viPapers, caseTables as viTables } from '../vi/case-tables.ts'
import { cases } from './cases.ts'

const sources: Record<string, string> = {
  citizens: 'Sent by citizens',
  post: 'Paper and post',
  bodies: 'Passed on by bodies, deputies, press',
  systems: 'Sent by other systems',
}

function partOf(dimension: Dimension, value: string): string {
  if (dimension === 'kind') return cases.kind[value as 'petition'] ?? value
  if (dimension === 'channel') return cases.channel[value as 'web'] ?? value
  if (dimension === 'source') return sources[value] ?? value
  if (dimension !== 'reason') return value === '' ? 'No topic yet' : value
  const [outcome, reason] = value.split('.') as [string, string?]
  const why = reason && (cases.rejection[reason as 'test'] ?? cases.nonAcceptance[reason as 'unsigned'])
  const ended = cases.outcome[outcome as 'guided'] ?? outcome
  return why ? `${ended}: ${why}` : ended
}

export const caseTables: typeof viTables = {
  nav: 'Tables of cases',
  title: 'Tables of cases',
  lead: 'Received, solved, on time, left, rated; for each period and desk. Denunciations stand apart.',
  fields: { bang: 'Desk', ky: 'Period', from: 'Or from', to: 'to', reason: 'Why fixed again', period: 'Period' },
  daysHint: 'Where reports count from the 15th to the 14th, write those two days.',
  show: 'Show the table',
  none: 'There is no desk whose table you may see.',
  noneNext:
    'Tables are for those who receive, for heads, for who stands above a desk, and for the mass-mobilisation board of the area.',
  all: (name) => `${name} and the desks below`,
  period: ({ kind, year, no }) => {
    if (kind === 'month') return `Month ${no} of ${year}`
    if (kind === 'quarter') return `Quarter ${no} of ${year}`
    if (kind === 'half') return `First 6 months of ${year}`
    return kind === 'nineMonths' ? `First 9 months of ${year}` : `Year ${year}`
  },
  span: (from, to) => `From ${from} to ${to}, both included`,
  running: 'The period is not over: figures up to now.',
  withheld: (least) => `under ${least}`,
  least: (least) =>
    `Outside the desk counts under ${least} are withheld, and those from which they could be had. Denunciations under ${least} are told to nobody.`,
  many: (many) =>
    `Many people: ${many} or more letters on one matter, or the ground “many people” entered on acceptance.`,
  source:
    'Source: the register of the desk and the recorded moves of each case. Choose a figure to open the cases it counts.',
  columns: {
    figure: 'Figure',
    open: 'Without denunciations',
    secret: 'Denunciations',
    fixed: 'When fixed',
    count: 'Cases',
  },
  groups: {
    in: 'Received',
    sorting: 'Sorted',
    results: 'Solved',
    limits: 'Limits to solve that ended in the period',
    openNow: 'Still open when the period ended',
    again: 'Repeated, recurring',
    rating: 'Ratings',
  },
  figures: {
    received: ['Received', 'Cases first received in the period at this desk, by the day in its register.'],
    transferredIn: ['Transferred in', 'Cases that came from another desk in the period; not in “Received”.'],
    transferredOut: ['Transferred out', 'Cases of this register that went on to another desk in the period.'],
    secondLevel: ['Of these second-level complaints', 'Received in the period, entered as second level.'],
    manyPeople: [
      'Of these by many people',
      'Received in the period with enough letters joined, or accepted on that ground.',
    ],
    sorted: ['Sorted to be handled', 'Cases first sorted in the period.'],
    notEligible: [
      'Not eligible or not competent',
      'Ended in the period without being handled: guided, filed, split, forwarded, redirected, refused, not accepted.',
    ],
    accepted: ['Accepted', 'Complaints and denunciations accepted in the period.'],
    solved: [
      'Solved',
      'Cases with an answer, decision or conclusion in the period; of several the last. Joined letters never count.',
    ],
    solvedOnTime: ['On time', 'Of those solved: answered by the limit that held then.'],
    solvedLate: ['Late', 'Of those solved: answered after that limit.'],
    solvedNoLimit: ['Without a limit', 'Of those solved: no rule sets a limit.'],
    withdrawn: ['Withdrawn', 'Ended in the period as the sender took it back.'],
    terminated: ['Terminated', 'Ended in the period by a decision to stop.'],
    notPublished: [
      'Answered, not published',
      'Reports and petitions answered in the period whose result is not public now.',
    ],
    due: ['Due', 'Limits to solve that ended in the period, as they stand now. A case opened again has another limit.'],
    dueOnTime: ['Done on time', 'Of those due: done by the present limit.'],
    dueLate: ['Done late', 'Of those due: done after it, before the period ended.'],
    dueOpen: ['Overdue, not done', 'Of those due: not done when the period ended.'],
    firstDue: [
      'Due by the first limit',
      'Limits as first computed, before extension and suspension, that ended in the period.',
    ],
    firstOnTime: ['Done by the first limit', 'Of those: done by that first limit.'],
    pausedDays: ['Days suspended', 'Days that did not count because of suspension, of limits due in the period.'],
    openInTime: ['In time', 'Not done when the period ended; no running limit had passed.'],
    openOverdue: ['Overdue', 'Not done when the period ended; a limit had passed.'],
    openSuspended: ['Suspended', 'Suspended when the period ended.'],
    openNoLimit: ['Without a limit', 'Not done when the period ended; no limit ran.'],
    joined: ['Repeated, joined', 'Joined in the period to a case there was; never a result.'],
    recurring: ['Following an earlier case', 'Received in the period, entered as following another.'],
    reopened: ['Reported as not done', 'Opened again in the period after the answer.'],
    answers: ['Answers', 'Answers, decisions and conclusions given in the period.'],
    rated: ['Rated', 'Of these: rated by the sender.'],
    stars1: ['1 star', 'Answers of the period rated 1.'],
    stars2: ['2 stars', 'Answers of the period rated 2.'],
    stars3: ['3 stars', 'Answers of the period rated 3.'],
    stars4: ['4 stars', 'Answers of the period rated 4.'],
    stars5: ['5 stars', 'Answers of the period rated 5.'],
  },
  days: {
    meanDays: [
      'Mean days to solve',
      'From receipt to the answer in calendar days, suspension included, of cases solved in the period.',
    ],
    medianDays: ['Median days to solve', 'Half of the cases solved in the period were faster.'],
  },
  dayCount: (days) => `${days} days`,
  notTold: 'withheld',
  rates: {
    onTime: ['On time', 'Done on time ÷ due in the period, not ÷ received.'],
    onTimeFirst: ['On time by the first limit', 'Done by the first limit ÷ due by the first limit.'],
    response: ['Rated', 'Rated ÷ answers of the period.'],
  },
  rate: (percent, numerator, denominator) => `${percent} (${numerator}/${denominator})`,
  noRate: 'no figures',
  ratesTitle: 'Rates',
  rateColumns: { rate: 'Rate', value: 'Result' },
  dimensions: {
    kind: 'Received, by kind',
    channel: 'Received, by channel',
    source: 'Received, by source',
    topic: 'Received, by topic',
    area: 'Received, by area',
    reason: 'Not handled, by reason',
  },
  partOf,
  desks: 'Desk by desk',
  desk: 'Desk',
  files: 'Print or download',
  fix: 'Fix this table',
  fixAgain: 'Fix again',
  fixText:
    'The figures stay as they are now. Should the register change later, the table says what differs and by which cases.',
  fixed: (no, when, by) => `Fixed, version ${no}, ${when}, ${by}.`,
  system: 'the operator',
  whyAgain: (reason) => `Why it was fixed again: ${reason}`,
  differs: 'Different now',
  same: 'No figure has changed since.',
  difference: (figure, fixed, now) => `${figure}: ${fixed} when fixed, ${now} now`,
  secretFigure: (figure) => `${figure} (denunciations)`,
  more: (number, moves) => `with ${number}${moves ? ` (since then: ${moves})` : ''}`,
  fewer: (number, moves) => `without ${number}${moves ? ` (since then: ${moves})` : ''}`,
  doneFix: 'The table is fixed.',
  list: (figure) => `Cases: ${figure}`,
  listLead: (count, name) => `${count}, ${name}. Numbers only; denunciations are in no list.`,
  times: (times) => `${times} times`,
  next: 'More',
  emptyList: 'No case, or none that is open to you.',
  badDay: 'This is no day, or the days are more than 400. Write 26/11/2026.',
  illustrative: 'Illustrative figures',
  fromReport: 'Fixed tables of cases',
  fixedTable: (no) => `Version ${no} of the table`,
  meanings: 'What each figure counts',
  insert: 'Insert figures of cases',
}

export const casePapers: typeof viPapers = {
  title: 'Papers',
  lead: 'Made from a recorded move, with its day and words. A paper that was made is kept: printed again it is the same.',
  open: 'Make papers',
  kept: 'Papers made',
  none: 'No paper was made yet.',
  noForms: 'No move so far has a form.',
  fields: {
    number: 'Number and symbol',
    dated: 'Date',
    title: 'Office of the signer',
    signer: 'Name of the signer',
    authority: 'Signed as',
    typed: 'Content',
  },
  numberHint: (recorded) =>
    recorded
      ? `Recorded with this move: ${recorded}. Empty leaves room for the pen.`
      : 'Empty leaves room for the pen.',
  datedHint: 'Empty: the day of the move.',
  titleHint: 'Empty: the head.',
  make: 'Make this paper',
  form: (name, number) => (number ? `${name} (${number})` : name),
  from: (move, when) => `From “${move}”, ${when}`,
  basis: (article, mark, from) => `${article}; ${mark}; from ${from}.`,
  confidence: {
    read: '[V] read in the text',
    secondHand: '[D] second-hand',
    assumed: '[U] not compared with the text',
  },
  columns: { paper: 'Paper', dated: 'Date', made: 'Made', files: 'Files' },
  madeBy: (when, by) => (by ? `${when}, ${by}` : when),
  word: 'Word',
  pdf: 'PDF',
  namedWord: 'Word with the sender',
  namedPdf: 'PDF with the sender',
  namedNote: 'A copy with the sender’s name and address is recorded as a look.',
  done: 'The paper is made.',
  back: 'Back to the case',
  sealedTitle: 'Papers to the denouncer',
  sealedLead:
    'Made and printed only while the seal is open to you. The identity is not in the paper that is kept; it is set in on printing, and each print is a look.',
  sealedOpen: 'Make and print papers to the denouncer',
  print: (format) => `Print ${format}`,
}

export const calendarFeeds: typeof viFeeds = {
  title: 'Calendar of limits',
  lead: 'Puts the limits of cases into the calendar of a telephone or computer. It has the number and the kind of limit, and no name or subject.',
  fields: { body: 'Calendar of' },
  mine: 'Everything of mine',
  none: 'There is no calendar address yet.',
  noneNext: 'Make one and paste it into your calendar program where it adds a calendar from an address.',
  columns: { what: 'Calendar', made: 'Made', renew: 'New address', revoke: 'Remove' },
  make: 'Make an address',
  renew: 'New address',
  renewNamed: (what) => `New address for ${what}`,
  revoke: 'Remove',
  revokeNamed: (what) => `Remove ${what}`,
  made: 'Address of the calendar',
  keep: 'It is shown only now. Whoever has it reads the calendar: give it to nobody, and renew it if it got out.',
  revoked: 'Removed: that address no longer answers.',
}
