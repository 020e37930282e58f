// All English words, by area; the compiler refuses a key that Vietnamese lacks or has alone.
import { assessments } from './en/assessments.ts'
import {
  identity,
  passkeys,
  provider,
  recent,
  secondStep,
  secondStepAsked,
  signInPolicy,
  trustedDevices,
} from './en/access.ts'
import { acts, handOver } from './en/acts.ts'
import { paper } from './en/paper.ts'
import { api } from './en/api.ts'
import { board, boardMap, carried, explain, programme } from './en/board.ts'
import { bodies } from './en/bodies.ts'
import { bodyAdmin } from './en/body-admin.ts'
import { answer, call, mention, merging } from './en/calls.ts'
import { cases, submit, track } from './en/cases.ts'
import { calendarFeeds, casePapers, caseTables } from './en/case-tables.ts'
import { publicCases, publishing } from './en/public-cases.ts'
import { reception } from './en/reception.ts'
import { seal } from './en/seal.ts'
import { cascade } from './en/cascade.ts'
import { collect } from './en/collect.ts'
import { geoReport, help, spot } from './en/doors.ts'
import { common, error, look } from './en/common.ts'
import { entry, matrix, remind, sheet, work } from './en/entry.ts'
import { figures } from './en/figures.ts'
import { awardForms } from './en/award-forms.ts'
import { criteria } from './en/criteria.ts'
import { follow } from './en/follow.ts'
import { form } from './en/form.ts'
import { front, sitemap } from './en/front.ts'
import { keys } from './en/keys.ts'
import { law } from './en/law.ts'
import { line } from './en/line.ts'
import { mails, notices, reminderPolicy } from './en/mail.ts'
import { commendations } from './en/commendations.ts'
import { honours } from './en/honours.ts'
import { models } from './en/models.ts'
import { notice } from './en/notice.ts'
import { office } from './en/office.ts'
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
} from './en/people.ts'
import { plan } from './en/plan.ts'
import { places } from './en/places.ts'
import { publication } from './en/publication.ts'
import { layout, register, report } from './en/reports.ts'
import { circulation, dispatch, signing } from './en/report-life.ts'
import { search } from './en/search.ts'
import { status } from './en/status.ts'
import { wordForms } from './en/word-forms.ts'
import type { Words } from './words.ts'

export const en: Words = {
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
