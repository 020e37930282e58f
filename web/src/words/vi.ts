// All Vietnamese words, by area. Vietnamese is written first; en.ts must have the same keys.
import { assessments } from './vi/assessments.ts'
import {
  identity,
  passkeys,
  provider,
  recent,
  secondStep,
  secondStepAsked,
  signInPolicy,
  trustedDevices,
} from './vi/access.ts'
import { acts, handOver } from './vi/acts.ts'
import { paper } from './vi/paper.ts'
import { api } from './vi/api.ts'
import { board, boardMap, carried, explain, programme } from './vi/board.ts'
import { bodies } from './vi/bodies.ts'
import { bodyAdmin } from './vi/body-admin.ts'
import { answer, call, mention, merging } from './vi/calls.ts'
import { cases, submit, track } from './vi/cases.ts'
import { calendarFeeds, casePapers, caseTables } from './vi/case-tables.ts'
import { publicCases, publishing } from './vi/public-cases.ts'
import { reception } from './vi/reception.ts'
import { seal } from './vi/seal.ts'
import { cascade } from './vi/cascade.ts'
import { collect } from './vi/collect.ts'
import { geoReport, help, spot } from './vi/doors.ts'
import { common, error, look } from './vi/common.ts'
import { entry, matrix, remind, sheet, work } from './vi/entry.ts'
import { figures } from './vi/figures.ts'
import { awardForms } from './vi/award-forms.ts'
import { criteria } from './vi/criteria.ts'
import { follow } from './vi/follow.ts'
import { form } from './vi/form.ts'
import { front, sitemap } from './vi/front.ts'
import { keys } from './vi/keys.ts'
import { law } from './vi/law.ts'
import { line } from './vi/line.ts'
import { mails, notices, reminderPolicy } from './vi/mail.ts'
import { commendations } from './vi/commendations.ts'
import { honours } from './vi/honours.ts'
import { models } from './vi/models.ts'
import { notice } from './vi/notice.ts'
import { office } from './vi/office.ts'
import {
  absence,
  account,
  devices,
  kept,
  password,
  people,
  peopleImport,
  person,
  setup,
  signIn,
  tokens,
} from './vi/people.ts'
import { plan } from './vi/plan.ts'
import { places } from './vi/places.ts'
import { publication } from './vi/publication.ts'
import { layout, register, report } from './vi/reports.ts'
import { circulation, dispatch, signing } from './vi/report-life.ts'
import { search } from './vi/search.ts'
import { status } from './vi/status.ts'
import { wordForms } from './vi/word-forms.ts'

export const vi = {
  acts,
  handOver,
  cascade,
  calendarFeeds,
  casePapers,
  caseTables,
  cases,
  criteria,
  awardForms,
  follow,
  commendations,
  honours,
  models,
  assessments,
  publicCases,
  publishing,
  reception,
  submit,
  track,
  spot,
  help,
  geoReport,
  seal,
  keys,
  api,
  paper,
  publication,
  wordForms,
  board,
  boardMap,
  carried,
  bodies,
  bodyAdmin,
  call,
  answer,
  mention,
  merging,
  entry,
  explain,
  law,
  line,
  matrix,
  remind,
  sheet,
  work,
  collect,
  plan,
  programme,
  common,
  look,
  error,
  form,
  status,
  figures,
  notice,
  notices,
  mails,
  reminderPolicy,
  places,
  layout,
  register,
  report,
  circulation,
  signing,
  dispatch,
  search,
  front,
  sitemap,
  office,
  absence,
  account,
  devices,
  kept,
  password,
  people,
  peopleImport,
  person,
  setup,
  signIn,
  tokens,
  secondStep,
  secondStepAsked,
  trustedDevices,
  passkeys,
  identity,
  provider,
  signInPolicy,
  recent,
}
