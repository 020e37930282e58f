// Written by core/db/print-schema.ts from the migrated database. Do not edit: change a migration and run
// `npm run schema`.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'

interface ActTable {
  id: GeneratedAlways<Id<'act'>>
  number: string
  issuer: string | null
  title: string | null
  issued_on: Day | null
  effective_on: Day | null
  confidence: 'read' | 'secondHand' | 'assumed'
  note: string | null
}

interface ActDraftTable {
  id: GeneratedAlways<Id<'act_draft'>>
  version: Generated<number>
  body_id: Id<'body'> | null
  number: string
  issuer: string
  title: string | null
  issued_on: Day
  effective_on: Day
  note: string | null
  lines: ColumnType<unknown, string | null | undefined, string | null | undefined>
  act_id: Id<'act'> | null
  made_by: Id<'person'> | null
  made_at: Date
  saved_by: Id<'person'> | null
  saved_at: Date | null
  bodies_at: Date | null
}

interface AnswerTable {
  id: GeneratedAlways<Id<'answer'>>
  call_id: Id<'call'>
  body_id: Id<'body'>
  stage: 'draft' | 'submitted' | 'returned' | 'accepted'
  version: Generated<number>
  working_id: Id<'answer_version'>
  accepted_id: Id<'answer_version'> | null
}

interface AnswerTextTable {
  version_id: Id<'answer_version'>
  section: string
  text: string
}

interface AnswerVersionTable {
  id: GeneratedAlways<Id<'answer_version'>>
  answer_id: Id<'answer'>
  no: number
  saved_by: Id<'person'> | null
  saved_at: Date
  submitted_by: Id<'person'> | null
  submitted_at: Date | null
  returned_by: Id<'person'> | null
  returned_at: Date | null
  return_reason: string | null
  accepted_by: Id<'person'> | null
  accepted_at: Date | null
}

interface ApiTokenTable {
  id: GeneratedAlways<Id<'api_token'>>
  person_id: Id<'person'>
  name: string
  prefix: string
  hash: string
  scopes: string[]
  created_at: Date
  expires_on: Day
  last_used_at: Date | null
  revoked_at: Date | null
}

interface AssessmentTable {
  id: GeneratedAlways<Id<'assessment'>>
  body_id: Id<'body'>
  place_id: Id<'place'>
  purpose: 'agency' | 'government' | 'democracy'
  year: number
  due_on: Day
  note: Generated<string>
  urged_on: Day | null
  version: Generated<number>
  illustrative: Generated<boolean>
  made_at: Date
  made_by: Id<'person'> | null
}

interface BodyTable {
  id: GeneratedAlways<Id<'body'>>
  organisation: string
  illustrative: Generated<boolean>
  version: Generated<number>
}

interface BodyFunctionTable {
  id: GeneratedAlways<Id<'body_function'>>
  body_id: Id<'body'>
  function: string
  valid_from: Day | null
  valid_to: Day | null
}

interface BodySuccessionTable {
  id: GeneratedAlways<Id<'body_succession'>>
  from_id: Id<'body'>
  to_id: Id<'body'> | null
  on_date: Day
  kind: 'renamed' | 'retyped' | 'merged' | 'split' | 'dissolved'
  act_id: Id<'act'> | null
  note: string | null
}

interface BodyVersionTable {
  id: GeneratedAlways<Id<'body_version'>>
  body_id: Id<'body'>
  valid_from: Day | null
  valid_to: Day | null
  name: string
  short_name: string
  place_id: Id<'place'>
  parent_id: Id<'body'> | null
  symbol: string | null
  search_key: string
}

interface BookingTable {
  id: GeneratedAlways<Id<'booking'>>
  sitting_id: Id<'sitting'>
  code: string
  secret_hash: string
  once_hash: string
  handle: string
  booked_at: Date
  stage: 'booked' | 'cancelled' | 'came' | 'missed'
  told_no: number
  version: Generated<number>
}

interface CalendarFeedTable {
  id: GeneratedAlways<Id<'calendar_feed'>>
  person_id: Id<'person'>
  body_id: Id<'body'> | null
  secret_hash: string
  made_at: Date
  revoked_at: Date | null
}

interface CallTable {
  id: GeneratedAlways<Id<'call'>>
  body_id: Id<'body'>
  place_id: Id<'place'>
  programme_id: Id<'programme'> | null
  kind: 'direct' | 'quick' | 'month' | 'quarter' | 'interim' | 'thematic' | 'multiYear' | 'final'
  title: string
  year: number
  from_year: number | null
  period_key: string
  due_on: Day
  intro: string | null
  stage: 'draft' | 'issued' | 'closed'
  version: Generated<number>
  illustrative: Generated<boolean>
  made_by: Id<'person'> | null
  made_at: Date
  issued_at: Date | null
}

interface CallAddresseeTable {
  call_id: Id<'call'>
  body_id: Id<'body'>
}

interface CallGroupTable {
  id: GeneratedAlways<Id<'call_group'>>
  call_id: Id<'call'>
  section: string
  label: string
  made_by: Id<'person'> | null
  made_at: Date
}

interface CallGroupItemTable {
  group_id: Id<'call_group'>
  version_id: Id<'answer_version'>
  section: string
  paragraph: number
}

interface CallSectionTable {
  call_id: Id<'call'>
  key: string
  position: number
  heading: string
  guidance: string | null
  most_words: number
  asks: 'text' | 'difficulties' | 'proposals'
}

interface CasePaperTable {
  id: GeneratedAlways<Id<'case_paper'>>
  submission_id: number
  act_no: number
  form: string
  form_from: Day
  template_id: Id<'document_template'>
  number: string | null
  dated: Day
  document: ColumnType<unknown, string, string>
  made_at: Date
  made_by: Id<'person'> | null
  body_id: Id<'body'>
}

interface CaseTableFixedTable {
  id: GeneratedAlways<Id<'case_table_fixed'>>
  body_id: Id<'body'>
  period: string
  no: number
  from_on: Day
  to_on: Day
  figures: ColumnType<unknown, string, string>
  reason: Generated<string>
  fixed_at: Date
  fixed_by: Id<'person'> | null
}

interface CauseTable {
  id: GeneratedAlways<Id<'cause'>>
  target_id: Id<'target'>
  place_id: Id<'place'>
  period_id: Id<'period'>
  body_id: Id<'body'>
  no: number
  wording: string | null
  written_by: Id<'person'> | null
  written_at: Date
}

interface CellTable {
  id: GeneratedAlways<Id<'cell'>>
  count_id: Id<'count_kind'>
  organisation: string | null
  sector: string | null
}

interface CollectionTable {
  id: GeneratedAlways<Id<'collection'>>
  body_id: Id<'body'>
  place_id: Id<'place'>
  bodies_on: Day
  title: string
  source: string | null
  due_at: Date
  file_name: string
  file_sha256: string
  sheet: string | null
  mode: 'rows' | 'copies' | null
  name_column: string | null
  stage: 'draft' | 'issued' | 'closed'
  version: Generated<number>
  illustrative: Generated<boolean>
  made_by: Id<'person'> | null
  made_at: Date
  issued_at: Date | null
}

interface CollectionAddresseeTable {
  collection_id: Id<'collection'>
  body_id: Id<'body'>
  sheet_row: number | null
}

interface CollectionAreaTable {
  collection_id: Id<'collection'>
  position: number
  range: string
  type: 'number' | 'text' | 'date'
  required: boolean
}

interface CollectionFileTable {
  collection_id: Id<'collection'>
  bytes: Uint8Array
}

interface CommendationBookTable {
  body_id: Id<'body'>
  year: number
  last: number
}

interface CommendationDecisionTable {
  id: GeneratedAlways<Id<'commendation_decision'>>
  round_id: Id<'commendation_round'>
  number: string
  on_date: Day
  signer_post: string
  at: Date
  by_person: Id<'person'> | null
  version: Generated<number>
}

interface CommendationFormTable {
  id: GeneratedAlways<Id<'commendation_form'>>
  key: string
  no: number
  kind: 'giayKhen' | 'bangKhen' | 'kyNiemChuong' | 'title'
  name: string
  level: string
  body_id: Id<'body'> | null
  organisations: string[]
  honours: string[]
  valid_from: Day
  valid_to: Day | null
  waiting_years: Generated<number>
  once: Generated<boolean>
  quota_collectives: number | null
  quota_persons: number | null
  direct_percent: Generated<number>
  comment_days: Generated<number>
  ballot: 'none' | 'open' | 'secret'
  quorum_percent: number
  majority_percent: number
  majority_over: boolean
  majority_of: 'eligible' | 'cast'
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
  doubts: Generated<string>
  shipped: Generated<boolean>
  made_at: Date
  made_by: Id<'person'> | null
  confirmation: Generated<boolean>
  root: string
}

interface CommendationMemberTable {
  id: GeneratedAlways<Id<'commendation_member'>>
  round_id: Id<'commendation_round'>
  post: string
  person_id: Id<'person'> | null
  assesses: Generated<boolean>
}

interface CommendationRoundTable {
  id: GeneratedAlways<Id<'commendation_round'>>
  form_id: Id<'commendation_form'>
  body_id: Id<'body'>
  desk_id: Id<'body'>
  year: number
  occasion: string
  nominations_until: Day
  version: Generated<number>
  illustrative: Generated<boolean>
  made_at: Date
  made_by: Id<'person'> | null
  cluster_id: Id<'emulation_cluster'> | null
  assess_gap: number | null
  women: number | null
}

interface ConclusionTable {
  id: GeneratedAlways<Id<'conclusion'>>
  visit_id: Id<'visit'>
  text: string
  stage: 'draft' | 'issued'
  line_id: Id<'register_line'> | null
  full_number: string | null
  issued_on: Day | null
  sign_authority: string | null
  signer_title: string | null
  signed_by: string | null
  template_id: Id<'document_template'> | null
  version: Generated<number>
}

interface ConclusionPointTable {
  id: GeneratedAlways<Id<'conclusion_point'>>
  conclusion_id: Id<'conclusion'>
  no: number
  text: string
  body_id: Id<'body'>
  due_on: Day
  done_at: Date | null
  done_by: Id<'person'> | null
  done_text: string | null
  proof: string | null
}

interface ConsolidationTable {
  id: GeneratedAlways<Id<'consolidation'>>
  programme_id: Id<'programme'> | null
  body_id: Id<'body'>
  period_id: Id<'period'>
  no: number
  made_by: number | null
  made_at: Date
  note: string | null
}

interface ConsolidationPinTable {
  consolidation_id: Id<'consolidation'>
  entry_id: Id<'entry'>
  version_id: Id<'entry_version'>
}

interface CountKindTable {
  id: GeneratedAlways<Id<'count_kind'>>
  key: string
  name: string
  unit: 'person' | 'membership' | 'household' | 'organisation' | 'model' | 'meeting'
  over_places: 'sum' | 'none'
  over_time: 'last' | 'sum' | 'none'
  definition: string
  definition_version: Generated<number>
  confidence: 'read' | 'secondHand' | 'assumed'
  position: number
}

interface CountSourceTable {
  count_key: string
  source: 'assessment' | 'models'
  what: string
  part: string
}

interface CredentialEditionTable {
  id: GeneratedAlways<Id<'credential_edition'>>
  nominee_id: Id<'nominee'>
  no: number
  at: Date
}

interface CriteriaClassTable {
  set_id: Id<'criteria_set'>
  no: number
  name: string
  least: ColumnType<string, string | number, string | number>
  passes: boolean
}

interface CriteriaSetTable {
  id: GeneratedAlways<Id<'criteria_set'>>
  key: string
  no: number
  purpose: 'model' | 'exemplar' | 'agency' | 'government' | 'democracy'
  of_kind: Generated<'' | 'commune' | 'agency' | 'enterprise'>
  name: string
  body_id: Id<'body'> | null
  valid_from: Day
  valid_to: Day | null
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
  shipped: Generated<boolean>
  made_at: Date
  made_by: Id<'person'> | null
  level: string | null
}

interface CriterionTable {
  set_id: Id<'criteria_set'>
  no: number
  text: string
  guidance: Generated<string>
  most: ColumnType<string, string | number, string | number>
  evidence: Generated<boolean>
  knock_out: Generated<boolean>
}

interface DeputisingTable {
  id: GeneratedAlways<Id<'deputising'>>
  role_held_id: Id<'role_held'>
  deputy_id: Id<'person'>
  valid_from: Day
  valid_to: Day
  reason: string
}

interface DeskCountTable {
  desk_id: Id<'body'>
  year: number
  last: number
}

interface DeskLineTable {
  desk_id: Id<'body'>
  year: number
  number: number
  submission_id: Id<'submission'>
  at: Date
}

interface DeskShownTable {
  desk_id: Id<'body'>
  changes: Generated<number>
}

interface DocumentNoticeTable {
  id: GeneratedAlways<Id<'document_notice'>>
  register_line_id: Id<'register_line'>
  kind: 'correction' | 'recall' | 'replacement'
  by_line_id: Id<'register_line'>
  reason: string
  made_by: number | null
  made_at: Date
  template_id: Id<'document_template'> | null
  sign_authority: 'direct' | 'onBehalf' | 'forHead' | 'byOrder' | 'acting' | null
  signer_title: string | null
}

interface DocumentNoticeItemTable {
  notice_id: Id<'document_notice'>
  no: number
  was: string
  reads: string
}

interface DocumentNoticeToldTable {
  notice_id: Id<'document_notice'>
  body_id: Id<'body'>
  destroyed_at: Date | null
  destroyed_by: Id<'person'> | null
}

interface DocumentTemplateTable {
  id: GeneratedAlways<Id<'document_template'>>
  family:
    'party' | 'state' | 'fatherlandFront' | 'tradeUnion' | 'youthUnion' | 'womensUnion' | 'farmersUnion' | 'veterans'
  no: number
  name: string
  layout: ColumnType<unknown, string, string>
  basis: string
  made_at: Date
  made_by: number | null
  word_sha256: string | null
}

interface DrawnFigureTable {
  version_id: Id<'entry_version'>
  cell_id: Id<'cell'>
  source: string
  source_id: number
}

interface DrawnPinTable {
  version_id: number
  cell_id: number
  origin_id: number
  name: string
  result: string
}

interface DutyTable {
  id: GeneratedAlways<Id<'duty'>>
  form_id: Id<'form'>
  body_id: Id<'body'>
  to_body_id: Id<'body'>
  valid_from: Day | null
  valid_to: Day | null
  line_body_id: Id<'body'> | null
}

interface EmulationClusterTable {
  id: GeneratedAlways<Id<'emulation_cluster'>>
  kind: 'bloc' | 'cluster'
  name: string
  year: number
  body_id: Id<'body'>
  head_id: Id<'body'>
  minutes: Generated<string>
  version: Generated<number>
  illustrative: Generated<boolean>
  made_at: Date
  made_by: Id<'person'> | null
}

interface EmulationMemberTable {
  cluster_id: Id<'emulation_cluster'>
  body_id: Id<'body'>
  rank: number | null
}

interface EntryTable {
  id: GeneratedAlways<Id<'entry'>>
  duty_id: Id<'duty'>
  form_id: Id<'form'>
  body_id: Id<'body'>
  to_body_id: Id<'body'>
  place_id: Id<'place'>
  period_id: Id<'period'>
  stage: 'draft' | 'submitted' | 'returned' | 'accepted'
  version: Generated<number>
  working_id: Id<'entry_version'>
  counted_id: Id<'entry_version'> | null
  line_version: Generated<number>
  line_counted_id: Id<'entry_version'> | null
}

interface EntryValueTable {
  version_id: Id<'entry_version'>
  cell_id: Id<'cell'>
  place_id: number
  period_id: number
  counted: Generated<boolean>
  value: number
  note: string | null
}

interface EntryVersionTable {
  id: GeneratedAlways<Id<'entry_version'>>
  entry_id: Id<'entry'>
  no: number
  reason: string | null
  remark: string | null
  decision_number: string | null
  decision_on: Day | null
  saved_by: number | null
  saved_at: Date
  submitted_by: number | null
  submitted_at: Date | null
  returned_by: number | null
  returned_at: Date | null
  return_reason: string | null
  accepted_by: number | null
  accepted_at: Date | null
  nature: Generated<'actual' | 'estimate'>
}

interface EventTable {
  id: GeneratedAlways<number>
  at: Date
  actor_kind: 'anonymous' | 'person' | 'operator'
  person_id: number | null
  noun: string
  noun_id: number
  move: string
  changes: ColumnType<unknown, string | null | undefined, string | null | undefined>
}

interface FormTable {
  id: GeneratedAlways<Id<'form'>>
  body_id: Id<'body'>
  calendar_id: Id<'reporting_calendar'>
  key: string
  name: string
  intro: string | null
  kind: 'figures' | 'summary'
  needs_decision: Generated<boolean>
}

interface FormCheckTable {
  id: GeneratedAlways<Id<'form_check'>>
  form_id: Id<'form'>
  no: number
  rule: ColumnType<unknown, string, string>
  unless: 'never' | 'reason'
  sentence: string
}

interface FormRowTable {
  id: GeneratedAlways<Id<'form_row'>>
  form_id: Id<'form'>
  no: number
  cell_id: Id<'cell'>
  section: string | null
  label: string
  help: string | null
  choice: string | null
  required: Generated<boolean>
  maximum: Generated<number>
}

interface FunctionKindTable {
  key: string
  name: string
  position: number
}

interface HandOverTable {
  id: GeneratedAlways<Id<'hand_over'>>
  number: string
  dated: Day
  note: string | null
  made_by: Id<'person'> | null
  made_at: Date
}

interface HandOverLineTable {
  from_body_id: Id<'body'>
  to_body_id: Id<'body'>
  hand_over_id: Id<'hand_over'>
  on_date: Day
}

interface HandOverThingTable {
  id: GeneratedAlways<Id<'hand_over_thing'>>
  hand_over_id: Id<'hand_over'>
  from_body_id: Id<'body'>
  part: string
  noun: string
  noun_id: number
  what: string
  due_on: Day | null
}

interface HonourLevelTable {
  key: string
  name: string
  position: number
  below: string | null
  since: Day
  until: Day | null
}

interface IndicatorTable {
  id: GeneratedAlways<Id<'indicator'>>
  key: string
  name: string
}

interface IndicatorTermTable {
  indicator_version_id: Id<'indicator_version'>
  role: 'numerator' | 'denominator' | 'coverageReported' | 'coverageExpected'
  count_id: Id<'count_kind'>
  organisation: string | null
}

interface IndicatorVersionTable {
  id: GeneratedAlways<Id<'indicator_version'>>
  indicator_id: Id<'indicator'>
  no: number
  valid_from: Day | null
  unit: '%' | 'count'
  wording: string
  basis: string | null
  confidence: 'read' | 'secondHand' | 'assumed'
}

interface KeptFileTable {
  sha256: string
  bytes: number
  media_type: string
  kept_at: Date
}

interface KeptFormTable {
  hash: string
  person_id: Id<'person'>
  sealed: Uint8Array
  expires_at: Date
}

interface KnownDeviceTable {
  person_id: Id<'person'>
  hash: string
  last_at: Date
}

interface LawRuleTable {
  key: string
  law: string
  law_title: string
  position: number
  name: string
  starts: string
  counts: 'within' | 'before' | 'lasts'
}

interface LawRuleVersionTable {
  id: GeneratedAlways<Id<'law_rule_version'>>
  rule_key: string
  no: number
  valid_from: Day
  value: number | null
  unit: 'workingDays' | 'calendarDays' | 'workingHours' | 'clockHours' | 'months'
  article: string
  confidence: 'read' | 'secondHand' | 'assumed'
  note: string | null
  shipped: boolean
  added_by: Id<'person'> | null
  added_at: Date
}

interface LearntModelTable {
  what: 'topic' | 'lead'
  desk_id: Id<'body'> | null
  texts: number
  bytes: Uint8Array
  made_at: Date
}

interface LegalDeadlineTable {
  id: GeneratedAlways<Id<'legal_deadline'>>
  noun: string
  noun_id: number
  limit_name: string
  rule_version_id: Id<'law_rule_version'>
  started_on: Day
  started_at: number | null
  extension: Generated<number>
  original_due: string
  due: string | null
  due_at: Date | null
  met_at: Date | null
  calendar_mark: number
  version: Generated<number>
}

interface LegalPauseTable {
  deadline_id: Id<'legal_deadline'>
  no: number
  from_on: Day
  to_on: Day | null
  reason: string
}

interface LineOpinionTable {
  id: GeneratedAlways<Id<'line_opinion'>>
  entry_id: Id<'entry'>
  version_id: Id<'entry_version'>
  opinion: 'accepted' | 'returned'
  reason: string | null
  given_by: Id<'person'> | null
  given_at: Date
  line_body_id: Id<'body'> | null
}

interface MailTable {
  id: GeneratedAlways<number>
  key: string
  kind: 'message' | 'digest' | 'test' | 'account'
  person_id: Id<'person'>
  message_id: number | null
  created_at: Date
  state: Generated<'waiting' | 'sent' | 'refused' | 'dropped'>
  next_try_at: Date
  tries: Generated<number>
  ended_at: Date | null
  reply: string | null
}

interface MigrationTable {
  name: string
  applied_at: Date
}

interface ModelTable {
  id: GeneratedAlways<Id<'model'>>
  code: string
  kind: 'model' | 'exemplarCollective' | 'exemplarPerson'
  field: string
  year: number
  name: string
  search_key: string
  words: GeneratedAlways<string>
  owner_id: Id<'body'>
  place_id: Id<'place'>
  guide_id: Id<'body'>
  leader_post: Generated<string>
  contact: Generated<string>
  forces: Generated<string>
  problem: Generated<string>
  objective: Generated<string>
  content: Generated<string>
  expected: Generated<string>
  participants: number | null
  beneficiaries: number | null
  starts_on: Day | null
  ends_on: Day | null
  origin_id: Id<'model'> | null
  changed: Generated<string>
  effect: Generated<'notMeasured' | 'measured'>
  effect_of: Generated<string>
  effect_unit: Generated<string>
  effect_before: ColumnType<string | null, string | number | null | undefined, string | number | null>
  effect_after: ColumnType<string | null, string | number | null | undefined, string | number | null>
  effect_against: Generated<string>
  stage:
    | 'draft'
    | 'registered'
    | 'returned'
    | 'guided'
    | 'underway'
    | 'selfScored'
    | 'inspected'
    | 'improving'
    | 'recognised'
    | 'notRecognised'
    | 'ended'
    | 'withdrawn'
  set_id: Id<'criteria_set'> | null
  first_recognised_on: Day | null
  ended_on: Day | null
  version: Generated<number>
  illustrative: Generated<boolean>
  made_at: Date
  made_by: Id<'person'> | null
  counted: ColumnType<unknown, string | null | undefined, string | null | undefined>
  effect_before_evidence: number | null
  effect_after_evidence: number | null
}

interface ModelActTable {
  model_id: Id<'model'>
  no: number
  move: string
  at: Date
  person_id: Id<'person'> | null
  body_id: Id<'body'> | null
  note: Generated<string>
  facts: ColumnType<unknown, string | null | undefined, string | null | undefined>
}

interface ModelChangedTable {
  owner_id: Id<'body'>
  shown: Generated<number>
  counted: Generated<number>
}

interface ModelConsentTable {
  id: GeneratedAlways<Id<'model_consent'>>
  model_id: Id<'model'>
  words: string
  given_on: Day
  channel: 'paper' | 'inPerson' | 'electronic'
  document: Generated<string>
  taken_by: Id<'person'> | null
  at: Date
  withdrawn_at: Date | null
  withdrawn_why: Generated<string>
}

interface ModelEvidenceTable {
  id: GeneratedAlways<Id<'model_evidence'>>
  model_id: Id<'model'>
  kind: 'photo' | 'minutes' | 'document' | 'figure'
  title: string
  on_date: Day
  name: Generated<string>
  media_type: Generated<string>
  bytes: number | null
  sha256: string | null
  clean_sha256: string | null
  indicator_id: Id<'indicator'> | null
  figure: Generated<string>
  may_show: Generated<boolean>
  added_at: Date
  added_by: Id<'person'> | null
  removed_at: Date | null
  cites: string | null
  cited_numerator: number | null
  cited_denominator: number | null
}

interface ModelFieldTable {
  key: string
  name: string
  position: number
  since: Generated<Day>
  until: Day | null
}

interface ModelInspectionTable {
  model_id: Id<'model'>
  no: number
  on_date: Day
  body_id: Id<'body'>
  person_id: Id<'person'> | null
  team: string
  minutes: string
  evidence: ColumnType<unknown, string, string>
  at: Date
}

interface ModelPublicTable {
  model_id: Id<'model'>
  summary: string
  shown_at: Date
  shown_by: Id<'person'> | null
  changed_at: Date
  kind: 'model' | 'exemplarCollective' | 'exemplarPerson'
  field: string
  year: number
  place_id: Id<'place'>
  levels: Generated<string[]>
  words: string
}

interface ModelRecognitionTable {
  model_id: Id<'model'>
  level: string
  body_id: Id<'body'>
  decision: string
  on_date: Day
  signer_post: string
  at: Date
  by_person: Id<'person'> | null
}

interface ModelResourceTable {
  model_id: Id<'model'>
  no: number
  kind: 'workDays' | 'land' | 'money' | 'other'
  source: 'budget' | 'people' | 'business' | 'other'
  amount: ColumnType<string, string | number, string | number>
  note: Generated<string>
}

interface ModelReviewTable {
  model_id: Id<'model'>
  year: number
  class: 'good' | 'fair' | 'average' | 'formal'
  note: Generated<string>
  body_id: Id<'body'>
  person_id: Id<'person'> | null
  at: Date
}

interface ModelScoreTable {
  model_id: Id<'model'>
  round: 'self' | 'inspected' | 'final'
  no: number
  points: ColumnType<string, string | number, string | number>
  met: Generated<boolean>
  note: Generated<string>
  evidence: Generated<number[]>
}

interface ModelSumTable {
  year: number
  owner_id: Id<'body'>
  field: string
  level: string
  registered: number
  recognised: number
  effective: number
  fresh: number
  maintained: number
  replicated: number
  ended: number
}

interface NomineeTable {
  id: GeneratedAlways<Id<'nominee'>>
  round_id: Id<'commendation_round'>
  nominator_id: Id<'body'>
  kind: 'collective' | 'person'
  body_id: Id<'body'> | null
  name: string
  post: Generated<string>
  unit: Generated<string>
  identity_key: string
  public_key: string
  direct: Generated<boolean>
  achievement: string
  stage:
    | 'nominated'
    | 'dossierComplete'
    | 'checked'
    | 'opinionCollected'
    | 'voted'
    | 'submitted'
    | 'decided'
    | 'refused'
    | 'presented'
    | 'revoked'
    | 'withdrawn'
  complaint_pending: boolean | null
  comment_from: Day | null
  comment_until: Day | null
  comment_where: Generated<string>
  comment_count: number | null
  comment_settled: Generated<string>
  in_favour: Generated<number>
  against: Generated<number>
  eligible: number | null
  minutes: Generated<string>
  passed: boolean | null
  decision_id: Id<'commendation_decision'> | null
  book_id: Id<'body'> | null
  book_year: number | null
  book_no: number | null
  code: string | null
  presented_on: Day | null
  revoked_on: Day | null
  revoked_why: Generated<string>
  revoked_document: Generated<string>
  version: Generated<number>
  illustrative: Generated<boolean>
  made_at: Date
  made_by: Id<'person'> | null
  confirmation: Generated<string>
  remote: Generated<boolean>
  settled_points: number | null
  settled_how: Generated<string>
}

interface NomineeActTable {
  nominee_id: Id<'nominee'>
  no: number
  move: string
  at: Date
  person_id: Id<'person'> | null
  body_id: Id<'body'> | null
  note: Generated<string>
  facts: ColumnType<unknown, string | null | undefined, string | null | undefined>
}

interface NomineeAssessmentTable {
  nominee_id: Id<'nominee'>
  member_id: Id<'commendation_member'>
  points: number
  note: Generated<string>
  at: Date
}

interface NomineeConsentTable {
  id: GeneratedAlways<Id<'nominee_consent'>>
  nominee_id: Id<'nominee'>
  words: string
  given_on: Day
  channel: 'paper' | 'inPerson' | 'electronic'
  taken_by: Id<'person'> | null
  at: Date
  withdrawn_at: Date | null
  withdrawn_why: Generated<string>
}

interface NomineeCorrectionTable {
  nominee_id: Id<'nominee'>
  no: number
  document: string
  on_date: Day | null
  why: string
  name_before: string
  post_before: string
  unit_before: string
  at: Date
  by_person: Id<'person'> | null
}

interface NomineeMeritTable {
  nominee_id: Id<'nominee'>
  no: number
  kind: 'model' | 'indicator' | 'record' | 'text'
  model_id: Id<'model'> | null
  indicator_id: Id<'indicator'> | null
  text: Generated<string>
  period_id: Id<'period'> | null
  cites: Generated<string>
  year: number | null
}

interface NomineeTurnoutTable {
  nominee_id: Id<'nominee'>
  member_id: Id<'commendation_member'>
  kind: 'cast' | 'recused'
}

interface NumberSeriesTable {
  id: GeneratedAlways<Id<'number_series'>>
  body_id: Id<'body'>
  family:
    'party' | 'state' | 'fatherlandFront' | 'tradeUnion' | 'youthUnion' | 'womensUnion' | 'farmersUnion' | 'veterans'
  basis: 'term' | 'year'
  document_kind: string
  symbol: string
  valid_from: Day
  valid_to: Day
  last_number: Generated<number>
  close_reason: string | null
}

interface Open311KeyTable {
  id: GeneratedAlways<Id<'open311_key'>>
  desk_id: Id<'body'>
  name: string
  prefix: string
  hash: string
  created_at: Date
  created_by: Id<'person'> | null
  revoked_at: Date | null
  burst: Generated<number>
  a_minute: Generated<number>
  last_used_at: Date | null
}

interface Open311PulledTable {
  source_id: Id<'open311_source'>
  foreign_id: string
  submission_id: Id<'submission'>
  status: 'open' | 'closed'
}

interface Open311PulledUpdateTable {
  source_id: Id<'open311_source'>
  update_id: string
  at: Date
}

interface Open311RequestTable {
  submission_id: Id<'submission'>
  key_id: Id<'open311_key'>
  service_code: string
}

interface Open311SourceTable {
  id: GeneratedAlways<Id<'open311_source'>>
  desk_id: Id<'body'>
  name: string
  url: string
  jurisdiction: Generated<string>
  since: Date
  read_until: Date
  last_at: Date | null
  fault: Generated<string>
  created_at: Date
  created_by: Id<'person'> | null
  stopped_at: Date | null
}

interface Open311UpdateTable {
  key_id: Id<'open311_key'>
  submission_id: Id<'submission'>
  update_id: string
  at: Date
}

interface OrganisationTable {
  key: string
  name: string
  short_name: string
  family: 'party' | 'state' | 'front' | 'other'
  members: string | null
  position: number
}

interface OutboxMessageTable {
  id: GeneratedAlways<number>
  created_at: Date
  topic: string
  body_id: number | null
  person_id: number | null
  payload: ColumnType<unknown, string, string>
  spread_at: Date | null
  key: string | null
  at_once: Generated<number>
  in_digest: Generated<number>
  unreached: Generated<number>
}

interface PasskeyTable {
  id: GeneratedAlways<Id<'passkey'>>
  person_id: Id<'person'>
  credential_id: string
  public_key: Uint8Array
  counter: number
  transports: string[]
  name: string
  created_at: Date
  last_used_at: Date | null
}

interface PeriodTable {
  id: GeneratedAlways<Id<'period'>>
  calendar_id: Id<'reporting_calendar'>
  key: string
  kind: 'year' | 'half' | 'quarter' | 'month'
  name: string
  starts_on: Day
  ends_on: Day
  cut_off_on: Day
  due_on: Day
}

interface PeriodClosingTable {
  period_id: Id<'period'>
  body_id: Id<'body'>
  closed_at: Date
}

interface PersonTable {
  id: GeneratedAlways<Id<'person'>>
  name: string
  username: string
  email: GeneratedAlways<string | null>
  search_key: string
  sample: Generated<boolean>
  must_change_password: Generated<boolean>
  disabled_at: Date | null
  version: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
  mail_address: string | null
  mail_choice: Generated<'atOnce' | 'digest' | 'none'>
}

interface PlaceTable {
  id: GeneratedAlways<Id<'place'>>
  no_code_reason: string | null
}

interface PlaceBoundaryTable {
  id: GeneratedAlways<Id<'place_boundary'>>
  place_id: Id<'place'>
  valid_from: Day
  valid_to: Day | null
  geometry: ColumnType<unknown, string, string>
  source: string
}

interface PlaceChangePendingTable {
  id: GeneratedAlways<Id<'place_change_pending'>>
  act_id: Id<'act'>
  place_id: Id<'place'>
  on_date: Day
  how_many: number
  what: string
}

interface PlaceKeyTable {
  id: GeneratedAlways<Id<'place_key'>>
  place_id: Id<'place'>
  version: number
  withdrawn: Generated<boolean>
  method: 'population' | 'households' | 'area' | 'decision' | 'manual' | null
  basis: string | null
  dated: Day | null
  confidence: 'read' | 'secondHand' | 'assumed' | null
  note: string | null
  author: string
  made_by: Id<'person'> | null
  made_at: Date
}

interface PlaceKeyShareTable {
  key_id: Id<'place_key'>
  to_id: Id<'place'>
  top: number
  bottom: number
}

interface PlaceStatisticTable {
  place_id: Id<'place'>
  area_km2: ColumnType<string | null, string | number | null | undefined, string | number | null>
  population: number | null
  seat: string | null
  lat: ColumnType<string | null, string | number | null | undefined, string | number | null>
  lon: ColumnType<string | null, string | number | null | undefined, string | number | null>
  source: string
  reviewed: Generated<boolean>
}

interface PlaceSuccessionTable {
  id: GeneratedAlways<Id<'place_succession'>>
  from_id: Id<'place'>
  to_id: Id<'place'> | null
  on_date: Day
  kind: 'renamed' | 'retyped' | 'merged' | 'split' | 'dissolved'
  share: ColumnType<string | null, string | number | null | undefined, string | number | null>
  share_method: string | null
  act_id: Id<'act'> | null
  confidence: 'read' | 'secondHand' | 'assumed'
  note: string | null
}

interface PlaceVersionTable {
  id: GeneratedAlways<Id<'place_version'>>
  place_id: Id<'place'>
  valid_from: Day | null
  valid_to: Day | null
  name: string
  full_name: string
  type: 'Quốc gia' | 'Tỉnh' | 'Thành phố' | 'Quận' | 'Huyện' | 'Thị xã' | 'Thị trấn' | 'Xã' | 'Phường' | 'Đặc khu'
  level: 'country' | 'province' | 'district' | 'commune'
  code: string | null
  parent_id: Id<'place'> | null
  name_en: string | null
  search_key: string
  exact_key: string
  source: 'listOfEarly2025' | 'listOfJuly2025' | 'act' | 'page' | 'entered'
  from_act_id: Id<'act'> | null
}

interface ProgrammeTable {
  id: GeneratedAlways<Id<'programme'>>
  body_id: Id<'body'>
  place_id: Id<'place'>
  year: number
  number: string | null
  issued_on: Day | null
  title: string
  motto: string | null
  calendar_id: Id<'reporting_calendar'> | null
  stage: 'draft' | 'issued' | 'closed'
  public: Generated<boolean>
  illustrative: Generated<boolean>
  source_note: string | null
  version: Generated<number>
}

interface ProgrammeDocumentTable {
  id: GeneratedAlways<Id<'programme_document'>>
  programme_id: Id<'programme'>
  position: number
  kind: string
  number: string | null
  issued_on: Day | null
  issuer: string | null
  about: string | null
}

interface ProgrammeFormTable {
  programme_id: Id<'programme'>
  form_id: Id<'form'>
  position: number
}

interface ProgrammeTaskTable {
  id: GeneratedAlways<Id<'programme_task'>>
  programme_id: Id<'programme'>
  no: number
  short: string
  text: string
}

interface ProgrammeThemeTable {
  id: GeneratedAlways<Id<'programme_theme'>>
  programme_id: Id<'programme'>
  position: number
  scope: string | null
  text: string
}

interface ProviderIdentityTable {
  id: GeneratedAlways<Id<'provider_identity'>>
  person_id: Id<'person'>
  issuer: string
  subject: string
  name: string
  linked_at: Date
  last_used_at: Date | null
}

interface ProviderInvitationTable {
  person_id: Id<'person'>
  issuer: string
  name: string
  expires_at: Date
}

interface RecoveryCodeTable {
  person_id: Id<'second_step'>
  hash: string
  used_at: Date | null
}

interface RegisterLineTable {
  id: GeneratedAlways<Id<'register_line'>>
  series_id: Id<'number_series'>
  number: number
  full_number: string
  dated: Day
  summary: string
  recipients: string | null
  signed_by: string | null
  of_noun: string | null
  taken_by: number | null
  taken_at: Date
  cancelled_by: number | null
  cancelled_at: Date | null
  cancel_reason: string | null
  copies: number | null
  kept_by: string | null
  replaces_id: Id<'register_line'> | null
}

interface ReminderTable {
  id: GeneratedAlways<Id<'reminder'>>
  duty_id: Id<'duty'>
  period_id: Id<'period'>
  channel: 'phone' | 'message' | 'inPerson'
  reminded_on: Day
  answer: string | null
  noted_by: Id<'person'> | null
  noted_at: Date
}

interface ReminderPolicyTable {
  id: Id<'reminder_policy'>
  version: Generated<number>
  catch_up_days: number
  ahead_days: number
  late_days: number
  digest_hour: number
  stale_days: number
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
}

interface ReminderStepTable {
  id: GeneratedAlways<Id<'reminder_step'>>
  calendar_id: Id<'reporting_calendar'> | null
  days_before: number
  confidence: 'read' | 'secondHand' | 'assumed'
}

interface ReplyTable {
  id: GeneratedAlways<Id<'reply'>>
  collection_id: Id<'collection'>
  body_id: Id<'body'>
  stage: 'draft' | 'submitted' | 'returned' | 'accepted'
  version: Generated<number>
  cells: ColumnType<unknown, string, string>
  saved_by: Id<'person'> | null
  saved_at: Date
  submitted_by: Id<'person'> | null
  submitted_at: Date | null
  returned_by: Id<'person'> | null
  returned_at: Date | null
  return_reason: string | null
  accepted_by: Id<'person'> | null
  accepted_at: Date | null
}

interface ReplySentTable {
  reply_id: Id<'reply'>
  no: number
  cells: ColumnType<unknown, string, string>
  sent_by: Id<'person'> | null
  sent_at: Date
}

interface ReportTable {
  id: GeneratedAlways<Id<'report'>>
  programme_id: Id<'programme'>
  body_id: Id<'body'>
  place_id: Id<'place'>
  period_id: Id<'period'>
  kind: 'month' | 'quarter' | 'interim' | 'final'
  stage: 'draft' | 'submitted' | 'returned' | 'accepted' | 'signed' | 'issued' | 'superseded'
  version: Generated<number>
  title: string
  upper_issuer: string | null
  issued_at_place: string | null
  recipients: string | null
  drafter_id: number | null
  submitted_by: number | null
  template_id: Id<'document_template'>
  consolidation_id: Id<'consolidation'>
  return_reason: string | null
  sign_authority: 'direct' | 'onBehalf' | 'forHead' | 'byOrder' | 'acting' | null
  signer_title: string | null
  signer_name: string | null
  signed_by: number | null
  register_line_id: Id<'register_line'> | null
  issued_document: ColumnType<unknown, string | null | undefined, string | null | undefined>
  issued_at: Date | null
  supersedes_id: Id<'report'> | null
  illustrative: Generated<boolean>
  made_at: Date
}

interface ReportApprovalTable {
  report_id: Id<'report'>
  way: 'meeting' | 'written'
  held_on: Day
  members: number
  present: number
  agreed: number
  not_agreed: number
  attendance: string | null
  conclusion: string
  reservations: string | null
  recorded_by: Id<'person'> | null
  recorded_at: Date
}

interface ReportCirculationTable {
  id: GeneratedAlways<Id<'report_circulation'>>
  report_id: Id<'report'>
  no: number
  due_on: Day
  intro: string | null
  made_by: Id<'person'> | null
  made_at: Date
}

interface ReportCirculationBodyTable {
  circulation_id: Id<'report_circulation'>
  body_id: Id<'body'>
  agreed_at: Date | null
  agreed_by: Id<'person'> | null
}

interface ReportCommentTable {
  id: GeneratedAlways<Id<'report_comment'>>
  circulation_id: Id<'report_circulation'>
  body_id: Id<'body'>
  section: string
  version: Generated<number>
  verdict: 'taken' | 'partly' | 'notTaken' | null
  why: string | null
  decided_by: Id<'person'> | null
  decided_at: Date | null
}

interface ReportCommentTextTable {
  comment_id: Id<'report_comment'>
  no: number
  text: string
  written_by: Id<'person'> | null
  written_at: Date
  late: boolean
}

interface ReportDispatchTable {
  id: GeneratedAlways<Id<'report_dispatch'>>
  report_id: Id<'report'>
  body_id: Id<'body'> | null
  recipient: string
  way: 'paper' | 'axis' | 'mail' | 'platform'
  sent_on: Day
  note: string | null
  sent_by: Id<'person'> | null
  sent_at: Date
  received_on: Day | null
  received_by: Id<'person'> | null
  received_at: Date | null
}

interface ReportInitialTable {
  report_id: Id<'report'>
  as_whom: 'head' | 'office'
  person_id: Id<'person'> | null
  name: string
  office: string
  made_at: Date
}

interface ReportPassageTable {
  report_id: Id<'report'>
  section: string
  version_id: Id<'answer_version'>
  call_section: string
  paragraph: number
  body_id: Id<'body'>
  text: string
  merged_by: Id<'person'> | null
  merged_at: Date
}

interface ReportPublicationTable {
  report_id: Id<'report'>
  allowed_by: string
  published_by: Id<'person'> | null
  published_at: Date
}

interface ReportTextTable {
  report_id: Id<'report'>
  section: string
  text: string
  version: Generated<number>
  written_by: number | null
  written_at: Date
}

interface ReportingCalendarTable {
  id: GeneratedAlways<Id<'reporting_calendar'>>
  key: string
  name: string
  entry_kind: 'year' | 'half' | 'quarter' | 'month'
  basis: string | null
  confidence: 'read' | 'secondHand' | 'assumed'
}

interface RewardAmountTable {
  id: GeneratedAlways<Id<'reward_amount'>>
  form_key: string
  honours: 'collective' | 'person'
  valid_from: Day
  body_id: Id<'body'> | null
  amount: number
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
  doubts: Generated<string>
  made_at: Date
  made_by: Id<'person'> | null
}

interface RoleHeldTable {
  id: GeneratedAlways<Id<'role_held'>>
  person_id: Id<'person'>
  role:
    | 'officer'
    | 'head'
    | 'standingBoard'
    | 'clerk'
    | 'reporter'
    | 'administrator'
    | 'dataProtection'
    | 'sealOpener'
    | 'inspector'
    | 'receiver'
    | 'handler'
    | 'villageHead'
  body_id: Id<'body'>
  valid_from: Day
  valid_to: Day | null
}

interface RollReviewTable {
  id: GeneratedAlways<Id<'roll_review'>>
  body_id: Id<'body'>
  reviewed_on: Day
  document: string
  noted_by: Id<'person'> | null
  noted_at: Date
  withdrawn_by: Id<'person'> | null
  withdrawn_at: Date | null
}

interface RollupCachedTable {
  place_id: Id<'place'>
  period_id: Id<'period'>
  cell_id: Id<'cell'>
  value: number
}

interface ScanTable {
  id: GeneratedAlways<Id<'scan'>>
  register_line_id: Id<'register_line'> | null
  entry_version_id: Id<'entry_version'> | null
  sealed_by_id: Id<'body'>
  illustrative: Generated<boolean>
  kept_by: number | null
  kept_at: Date
  replaced_at: Date | null
  replaced_by: number | null
  replace_reason: string | null
}

interface ScanFileTable {
  scan_id: Id<'scan'>
  no: number
  sha256: string
  name: string
  pages: number
}

interface ScoresheetTable {
  id: GeneratedAlways<Id<'scoresheet'>>
  assessment_id: Id<'assessment'>
  body_id: Id<'body'>
  of_kind: Generated<'' | 'commune' | 'agency' | 'enterprise'>
  set_id: Id<'criteria_set'>
  stage: 'due' | 'draft' | 'sent' | 'returned' | 'verified' | 'decided' | 'excused'
  sent_by: Id<'person'> | null
  sent_at: Date | null
  class: string | null
  passes: boolean | null
  best: boolean | null
  decision: string | null
  decided_on: Day | null
  signer_post: string | null
  version: Generated<number>
  gathered_at: Date | null
}

interface ScoresheetActTable {
  scoresheet_id: Id<'scoresheet'>
  no: number
  move: string
  at: Date
  person_id: Id<'person'> | null
  body_id: Id<'body'> | null
  note: Generated<string>
  facts: ColumnType<unknown, string | null | undefined, string | null | undefined>
}

interface ScoresheetEvidenceTable {
  id: GeneratedAlways<Id<'scoresheet_evidence'>>
  scoresheet_id: Id<'scoresheet'>
  no: number
  title: string
  name: string
  media_type: string
  bytes: number
  sha256: string
  added_at: Date
  added_by: Id<'person'> | null
  removed_at: Date | null
}

interface ScoresheetPaperTable {
  id: GeneratedAlways<Id<'scoresheet_paper'>>
  scoresheet_id: Id<'scoresheet'>
  number: string
  dated: Day
  name: string
  media_type: string
  bytes: number
  sha256: string
  body_id: Id<'body'> | null
  entered_by: Id<'person'> | null
  entered_at: Date
  ended_at: Date | null
}

interface ScoresheetScoreTable {
  scoresheet_id: Id<'scoresheet'>
  round: 'self' | 'verified'
  no: number
  points: ColumnType<string, string | number, string | number>
  met: Generated<boolean>
  note: Generated<string>
  proof: Generated<string>
}

interface ScoresheetVerificationTable {
  scoresheet_id: Id<'scoresheet'>
  no: number
  on_date: Day
  body_id: Id<'body'>
  person_id: Id<'person'> | null
  team: string
  minutes: string
  scores: ColumnType<unknown, string, string>
  evidence: ColumnType<unknown, string, string>
  at: Date
}

interface SealKeyTable {
  id: GeneratedAlways<Id<'seal_key'>>
  public: string
  since: Date
  retired_at: Date | null
}

interface SealLookTable {
  id: GeneratedAlways<Id<'seal_look'>>
  item_id: Id<'sealed_item'>
  request_id: Id<'seal_request'> | null
  person_id: Id<'person'>
  at: Date
  part: number | null
}

interface SealPolicyTable {
  id: Id<'seal_policy'>
  version: Generated<number>
  open_hours: number
  wait_days: number
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
}

interface SealRequestTable {
  id: GeneratedAlways<Id<'seal_request'>>
  item_id: Id<'sealed_item'>
  asked_by: Id<'person'>
  asked_at: Date
  reason: string
  wait_until: Date
  decided_by: Id<'person'> | null
  decided_at: Date | null
  approved: boolean | null
  note: string | null
  open_until: Date | null
  ended_at: Date | null
}

interface SealedItemTable {
  id: GeneratedAlways<Id<'sealed_item'>>
  handle: string
  what: string
  body_id: Id<'body'>
  key_id: Id<'seal_key'> | null
  sealed_at: Date
  kept_at: Date | null
  released_at: Date | null
  destroyed_at: Date | null
}

interface SealedPartTable {
  item_id: Id<'sealed_item'>
  no: number
  bytes: Uint8Array
}

interface SecondStepTable {
  person_id: Id<'person'>
  secret: Uint8Array | null
  begun: Uint8Array | null
  since: Date | null
  last_step: Generated<number>
}

interface SectorTable {
  key: string
  name: string
  position: number
}

interface SettingTable {
  key: string
  value: ColumnType<unknown, string, string>
}

interface SetupLinkTable {
  id: GeneratedAlways<Id<'setup_link'>>
  hash: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

interface SignInAccountTable {
  id: GeneratedAlways<Id<'sign_in_account'>>
  person_id: Id<'person'>
  account_id: string
  provider_id: string
  password: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

interface SignInFailureTable {
  key: string
  count: number
  last_at: Date
}

interface SignInPolicyTable {
  id: Id<'sign_in_policy'>
  version: Generated<number>
  second_step_roles: string[]
  trusted_device_days: number
  step_minutes: number
  fresh_minutes: number
  recovery_codes: number
  provider_seconds: number
  invitation_days: number
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
}

interface SignInSessionTable {
  id: GeneratedAlways<Id<'sign_in_session'>>
  person_id: Id<'person'>
  token: string
  device: Generated<string>
  expires_at: Date
  last_seen_at: Generated<Date>
  created_at: Generated<Date>
  updated_at: Generated<Date>
  way: Generated<'password' | 'provider' | 'passkey'>
  strong: Generated<boolean>
  passkey_id: Id<'passkey'> | null
}

interface SignInStepTable {
  hash: string
  kind: 'secondStep' | 'provider' | 'identity' | 'passkey'
  person_id: Id<'person'> | null
  facts: ColumnType<unknown, string, string>
  expires_at: Date
}

interface SignInVerificationTable {
  id: GeneratedAlways<Id<'sign_in_verification'>>
  identifier: string
  value: string
  expires_at: Date
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

interface SittingTable {
  id: GeneratedAlways<Id<'sitting'>>
  desk_id: Id<'body'>
  held_on: Day
  starts: string
  ends: string
  place_words: string
  form: 'atPlace' | 'online'
  receiver: string
  by_head: boolean
  participants: Generated<string>
  content: Generated<string>
  places: number
  stage: 'proposed' | 'posted' | 'held' | 'cancelled'
  posted_at: Date | null
  post_by: Day | null
  extraordinary: Generated<string>
  version: Generated<number>
  illustrative: Generated<boolean>
}

interface SittingActTable {
  sitting_id: Id<'sitting'>
  no: number
  move: string
  at: Date
  person_id: Id<'person'> | null
  note: Generated<string>
  was: ColumnType<unknown, string | null | undefined, string | null | undefined>
}

interface StandingCachedTable {
  place_id: Id<'place'>
  period_id: Id<'period'>
  form_id: Id<'form'>
  expected: number
  submitted: number
  accepted: number
  estimated: Generated<number>
}

interface SubmissionTable {
  id: GeneratedAlways<Id<'submission'>>
  desk_id: Id<'body'>
  code: string
  secret_hash: string
  once_hash: string
  place_id: Id<'place'>
  channel: 'web' | 'desk' | 'phone' | 'mail' | 'paper' | 'box' | 'passedOn' | 'api' | 'email' | 'helper'
  door:
    | 'fieldReport'
    | 'regulationFeedback'
    | 'petition'
    | 'complaint'
    | 'denunciation'
    | 'partyMatter'
    | 'mixed'
    | 'crimeReport'
    | 'consultationOpinion'
    | 'informationRequest'
  received_at: Date
  registered_by: Id<'person'> | null
  before_id: Id<'submission'> | null
  level: Generated<number>
  stage: 'received' | 'waiting' | 'checking' | 'open' | 'suspended' | 'answered' | 'closed' | 'ended'
  outcome:
    | 'transferred'
    | 'guided'
    | 'filed'
    | 'linked'
    | 'split'
    | 'forwarded'
    | 'redirected'
    | 'rejected'
    | 'notAccepted'
    | 'notDenunciation'
    | 'withdrawn'
    | 'terminated'
    | null
  kind:
    | 'fieldReport'
    | 'regulationFeedback'
    | 'petition'
    | 'complaint'
    | 'denunciation'
    | 'partyMatter'
    | 'mixed'
    | 'crimeReport'
    | 'consultationOpinion'
    | 'informationRequest'
    | null
  topic: string | null
  urgency: Generated<'urgent' | 'complex' | 'normal'>
  lead_id: Id<'body'> | null
  joined_id: Id<'submission'> | null
  transfers: Generated<number>
  reopened: Generated<number>
  objected: Generated<boolean>
  forgotten_at: Date | null
  version: Generated<number>
  illustrative: Generated<boolean>
}

interface SubmissionAccusedTable {
  submission_id: Id<'submission'>
  body_id: Id<'body'>
}

interface SubmissionActTable {
  submission_id: Id<'submission'>
  no: number
  move: string
  at: Date
  person_id: Id<'person'> | null
  body_id: Id<'body'> | null
  note: Generated<string>
  facts: ColumnType<unknown, string | null | undefined, string | null | undefined>
}

interface SubmissionAnswerTable {
  submission_id: Id<'submission'>
  no: number
  text: string
  document: Generated<string>
  body_id: Id<'body'>
  person_id: Id<'person'> | null
  at: Date
}

interface SubmissionConclusionTable {
  id: GeneratedAlways<Id<'submission_conclusion'>>
  submission_id: Id<'submission'>
  way: 'here' | 'posted' | 'meeting' | 'press'
  on_date: Day
  document: string
  text: Generated<string>
  shown_at: Date
  shown_by: Id<'person'> | null
}

interface SubmissionFileTable {
  id: GeneratedAlways<Id<'submission_file'>>
  submission_id: Id<'submission'>
  answer_no: number | null
  name: string
  media_type: string
  bytes: number
  sha256: string
  clean_sha256: string | null
  clean_bytes: number | null
  verdict: 'clean' | 'found' | 'notScanned' | null
  spoilt: Generated<boolean>
  kept_at: Date
  kept_by: Id<'person'> | null
  promise_id: Id<'submission_promise'> | null
  point_id: Id<'conclusion_point'> | null
}

interface SubmissionHelpedTable {
  submission_id: Id<'submission'>
  person_id: Id<'person'>
  body_id: Id<'body'>
  agreed: string
  at: Date
}

interface SubmissionKeptAwayTable {
  id: GeneratedAlways<Id<'submission_kept_away'>>
  submission_id: Id<'submission'>
  person_id: Id<'person'>
  at: Date
}

interface SubmissionLetterTable {
  submission_id: Id<'submission'>
  sender: ColumnType<unknown, string, string>
  text: string
  redacted: Generated<boolean>
  search_key: string
  words: GeneratedAlways<string>
  place_words: Generated<string>
  lat: ColumnType<string | null, string | number | null | undefined, string | number | null>
  lon: ColumnType<string | null, string | number | null | undefined, string | number | null>
}

interface SubmissionLookTable {
  id: GeneratedAlways<Id<'submission_look'>>
  submission_id: Id<'submission'>
  person_id: Id<'person'>
  at: Date
}

interface SubmissionMessageTable {
  submission_id: Id<'submission'>
  no: number
  from_sender: boolean
  text: string
  person_id: Id<'person'> | null
  at: Date
}

interface SubmissionNoteTable {
  id: GeneratedAlways<Id<'submission_note'>>
  submission_id: Id<'submission'>
  text: string
  body_id: Id<'body'> | null
  person_id: Id<'person'> | null
  at: Date
}

interface SubmissionNoticeTable {
  id: GeneratedAlways<Id<'submission_notice'>>
  submission_id: number
  act_no: number
  way: 'mail' | 'call'
  next_at: Date | null
  tries: Generated<number>
  outcome: 'sent' | 'refused' | 'called' | 'notReached' | 'dropped' | null
  note: Generated<string>
  done_by: Id<'person'> | null
  done_at: Date | null
}

interface SubmissionPointTable {
  submission_id: Id<'submission'>
  no: number
  text: string
  answered_in: number | null
}

interface SubmissionPromiseTable {
  id: GeneratedAlways<Id<'submission_promise'>>
  submission_id: Id<'submission'>
  text: string
  body_id: Id<'body'>
  first_due: Day
  due: Day
  made_at: Date
  made_by: Id<'person'> | null
  kept_at: Date | null
  kept_by: Id<'person'> | null
  how: Generated<string>
  document: Generated<string>
}

interface SubmissionPublicTable {
  submission_id: Id<'submission'>
  text: string
  answer: Generated<string>
  lat: ColumnType<string | null, string | number | null | undefined, string | number | null>
  lon: ColumnType<string | null, string | number | null | undefined, string | number | null>
  shown_at: Date
  shown_by: Id<'person'> | null
  changed_at: Date
  version: Generated<number>
  answer_no: number | null
  photos: Generated<number[]>
  desk_id: Id<'body'>
  place_id: Id<'place'>
  received_at: Date
  topic: string | null
  state: 'open' | 'answered' | 'rejected' | null
}

interface SubmissionRatingTable {
  submission_id: Id<'submission'>
  answer_no: number
  stars: number
  why: Generated<string>
  at: Date
}

interface SubmissionSealedTable {
  submission_id: Id<'submission'>
  no: number
  handle: string
  at: Date
}

interface SubmissionSupportTable {
  submission_id: Id<'submission'>
  body_id: Id<'body'>
}

interface TargetTable {
  id: GeneratedAlways<Id<'target'>>
  programme_id: Id<'programme'>
  no: number
  indicator_version_id: Id<'indicator_version'>
  name: string
  comparator: '>' | '>=' | '=' | '<=' | '<'
  threshold: ColumnType<string, string | number, string | number>
  deadline: Day | null
  weight: ColumnType<string, string | number | undefined, string | number>
  reading: string | null
  source_text: string | null
  confidence: 'read' | 'secondHand' | 'assumed'
  overlap_factor: Generated<boolean>
}

interface TargetBindingTable {
  target_id: Id<'target'>
  organisation: string | null
  sector: string | null
}

interface TargetCascadeTable {
  target_id: Id<'target'>
  rule: 'sum' | 'minimum' | 'weightedMean' | null
  organisation: string
  weight_period_id: Id<'period'> | null
  version: number
}

interface TargetCompanionTable {
  id: GeneratedAlways<Id<'target_companion'>>
  target_id: Id<'target'>
  no: number
  name: string
  count_id: Id<'count_kind'>
  comparator: '>' | '>=' | '=' | '<=' | '<'
  threshold: ColumnType<string, string | number, string | number>
  source_text: string | null
}

interface TargetExceptionTable {
  id: GeneratedAlways<Id<'target_exception'>>
  target_id: Id<'target'>
  no: number
  name: string
  organisation: string | null
  sector: string | null
  comparator: '>' | '>=' | '=' | '<=' | '<'
  threshold: ColumnType<string, string | number, string | number>
  source_text: string | null
  note: string | null
}

interface TargetGapTable {
  id: GeneratedAlways<Id<'target_gap'>>
  target_id: Id<'target'>
  side: 'given' | 'taken' | 'own'
  no: number
  numbers: string
  lacking: string | null
  missing: number
  less_strict: number
  reason: string
  body_id: Id<'body'>
  recorded_by: Id<'person'>
  recorded_at: Date
}

interface TargetLinkTable {
  target_id: Id<'target'>
  upper_id: Id<'target'>
  body_id: Id<'body'>
  linked_by: Id<'person'> | null
  linked_at: Date
}

interface TargetShareTable {
  id: GeneratedAlways<Id<'target_share'>>
  target_id: Id<'target'>
  body_id: Id<'body'>
  version: number
  threshold: ColumnType<string | null, string | number | null | undefined, string | number | null>
  weight: ColumnType<string | null, string | number | null | undefined, string | number | null>
  weight_basis: string | null
  given_by: Id<'person'> | null
  given_at: Date
}

interface TemplateDraftTable {
  id: GeneratedAlways<Id<'template_draft'>>
  family:
    'party' | 'state' | 'fatherlandFront' | 'tradeUnion' | 'youthUnion' | 'womensUnion' | 'farmersUnion' | 'veterans'
  base_no: number
  sha256: string
  file_name: string
  sent_by: Id<'person'> | null
  sent_at: Date
  ended_by: Id<'person'> | null
  ended_at: Date | null
  template_id: Id<'document_template'> | null
}

interface TopicTable {
  key: string
  name: string
  hint: Generated<string>
  position: number
  since: Generated<Day>
  until: Day | null
}

interface TrustedDeviceTable {
  id: GeneratedAlways<Id<'trusted_device'>>
  person_id: Id<'person'>
  hash: string
  device: string
  created_at: Date
  expires_at: Date
}

interface VisitTable {
  id: GeneratedAlways<Id<'visit'>>
  desk_id: Id<'body'>
  year: number
  number: number
  sitting_id: Id<'sitting'> | null
  came_on: Day
  entered_at: Date
  entered_by: Id<'person'> | null
  once_hash: string
  submission_id: Id<'submission'> | null
  handle: string | null
  stage: 'noted' | 'taken' | 'told' | 'refused' | 'refusedInWriting'
  handling: 'answered' | 'guided' | 'taken' | 'refused'
  ground: string | null
  people: Generated<number>
  representatives: Generated<number>
  appointed_by: Generated<string>
  identity_seen: Generated<boolean>
  written_down: Generated<boolean>
  read_back: Generated<boolean>
  papers: Generated<number>
  result: 'accepted' | 'needsTime' | 'refused' | 'transferred' | null
  result_note: Generated<string>
  result_paper: Generated<string>
  told_on: Day | null
  version: Generated<number>
  illustrative: Generated<boolean>
}

interface VisitCountTable {
  desk_id: Id<'body'>
  year: number
  last: number
}

interface WorkCalendarDayTable {
  day: Day
  year: Id<'work_calendar_year'>
  kind: 'holiday' | 'compensatory' | 'swappedOff' | 'swappedWork'
  name: string
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
}

interface WorkCalendarYearTable {
  year: number
  version: number
  basis: string
  confirmed_by: Id<'person'> | null
  confirmed_at: Date
}

export interface Tables {
  act: ActTable
  act_draft: ActDraftTable
  answer: AnswerTable
  answer_text: AnswerTextTable
  answer_version: AnswerVersionTable
  api_token: ApiTokenTable
  assessment: AssessmentTable
  body: BodyTable
  body_function: BodyFunctionTable
  body_succession: BodySuccessionTable
  body_version: BodyVersionTable
  booking: BookingTable
  calendar_feed: CalendarFeedTable
  call: CallTable
  call_addressee: CallAddresseeTable
  call_group: CallGroupTable
  call_group_item: CallGroupItemTable
  call_section: CallSectionTable
  case_paper: CasePaperTable
  case_table_fixed: CaseTableFixedTable
  cause: CauseTable
  cell: CellTable
  collection: CollectionTable
  collection_addressee: CollectionAddresseeTable
  collection_area: CollectionAreaTable
  collection_file: CollectionFileTable
  commendation_book: CommendationBookTable
  commendation_decision: CommendationDecisionTable
  commendation_form: CommendationFormTable
  commendation_member: CommendationMemberTable
  commendation_round: CommendationRoundTable
  conclusion: ConclusionTable
  conclusion_point: ConclusionPointTable
  consolidation: ConsolidationTable
  consolidation_pin: ConsolidationPinTable
  count_kind: CountKindTable
  count_source: CountSourceTable
  credential_edition: CredentialEditionTable
  criteria_class: CriteriaClassTable
  criteria_set: CriteriaSetTable
  criterion: CriterionTable
  deputising: DeputisingTable
  desk_count: DeskCountTable
  desk_line: DeskLineTable
  desk_shown: DeskShownTable
  document_notice: DocumentNoticeTable
  document_notice_item: DocumentNoticeItemTable
  document_notice_told: DocumentNoticeToldTable
  document_template: DocumentTemplateTable
  drawn_figure: DrawnFigureTable
  drawn_pin: DrawnPinTable
  duty: DutyTable
  emulation_cluster: EmulationClusterTable
  emulation_member: EmulationMemberTable
  entry: EntryTable
  entry_value: EntryValueTable
  entry_version: EntryVersionTable
  event: EventTable
  form: FormTable
  form_check: FormCheckTable
  form_row: FormRowTable
  function_kind: FunctionKindTable
  hand_over: HandOverTable
  hand_over_line: HandOverLineTable
  hand_over_thing: HandOverThingTable
  honour_level: HonourLevelTable
  indicator: IndicatorTable
  indicator_term: IndicatorTermTable
  indicator_version: IndicatorVersionTable
  kept_file: KeptFileTable
  kept_form: KeptFormTable
  known_device: KnownDeviceTable
  law_rule: LawRuleTable
  law_rule_version: LawRuleVersionTable
  learnt_model: LearntModelTable
  legal_deadline: LegalDeadlineTable
  legal_pause: LegalPauseTable
  line_opinion: LineOpinionTable
  mail: MailTable
  migration: MigrationTable
  model: ModelTable
  model_act: ModelActTable
  model_changed: ModelChangedTable
  model_consent: ModelConsentTable
  model_evidence: ModelEvidenceTable
  model_field: ModelFieldTable
  model_inspection: ModelInspectionTable
  model_public: ModelPublicTable
  model_recognition: ModelRecognitionTable
  model_resource: ModelResourceTable
  model_review: ModelReviewTable
  model_score: ModelScoreTable
  model_sum: ModelSumTable
  nominee: NomineeTable
  nominee_act: NomineeActTable
  nominee_assessment: NomineeAssessmentTable
  nominee_consent: NomineeConsentTable
  nominee_correction: NomineeCorrectionTable
  nominee_merit: NomineeMeritTable
  nominee_turnout: NomineeTurnoutTable
  number_series: NumberSeriesTable
  open311_key: Open311KeyTable
  open311_pulled: Open311PulledTable
  open311_pulled_update: Open311PulledUpdateTable
  open311_request: Open311RequestTable
  open311_source: Open311SourceTable
  open311_update: Open311UpdateTable
  organisation: OrganisationTable
  outbox_message: OutboxMessageTable
  passkey: PasskeyTable
  period: PeriodTable
  period_closing: PeriodClosingTable
  person: PersonTable
  place: PlaceTable
  place_boundary: PlaceBoundaryTable
  place_change_pending: PlaceChangePendingTable
  place_key: PlaceKeyTable
  place_key_share: PlaceKeyShareTable
  place_statistic: PlaceStatisticTable
  place_succession: PlaceSuccessionTable
  place_version: PlaceVersionTable
  programme: ProgrammeTable
  programme_document: ProgrammeDocumentTable
  programme_form: ProgrammeFormTable
  programme_task: ProgrammeTaskTable
  programme_theme: ProgrammeThemeTable
  provider_identity: ProviderIdentityTable
  provider_invitation: ProviderInvitationTable
  recovery_code: RecoveryCodeTable
  register_line: RegisterLineTable
  reminder: ReminderTable
  reminder_policy: ReminderPolicyTable
  reminder_step: ReminderStepTable
  reply: ReplyTable
  reply_sent: ReplySentTable
  report: ReportTable
  report_approval: ReportApprovalTable
  report_circulation: ReportCirculationTable
  report_circulation_body: ReportCirculationBodyTable
  report_comment: ReportCommentTable
  report_comment_text: ReportCommentTextTable
  report_dispatch: ReportDispatchTable
  report_initial: ReportInitialTable
  report_passage: ReportPassageTable
  report_publication: ReportPublicationTable
  report_text: ReportTextTable
  reporting_calendar: ReportingCalendarTable
  reward_amount: RewardAmountTable
  role_held: RoleHeldTable
  roll_review: RollReviewTable
  rollup_cached: RollupCachedTable
  scan: ScanTable
  scan_file: ScanFileTable
  scoresheet: ScoresheetTable
  scoresheet_act: ScoresheetActTable
  scoresheet_evidence: ScoresheetEvidenceTable
  scoresheet_paper: ScoresheetPaperTable
  scoresheet_score: ScoresheetScoreTable
  scoresheet_verification: ScoresheetVerificationTable
  seal_key: SealKeyTable
  seal_look: SealLookTable
  seal_policy: SealPolicyTable
  seal_request: SealRequestTable
  sealed_item: SealedItemTable
  sealed_part: SealedPartTable
  second_step: SecondStepTable
  sector: SectorTable
  setting: SettingTable
  setup_link: SetupLinkTable
  sign_in_account: SignInAccountTable
  sign_in_failure: SignInFailureTable
  sign_in_policy: SignInPolicyTable
  sign_in_session: SignInSessionTable
  sign_in_step: SignInStepTable
  sign_in_verification: SignInVerificationTable
  sitting: SittingTable
  sitting_act: SittingActTable
  standing_cached: StandingCachedTable
  submission: SubmissionTable
  submission_accused: SubmissionAccusedTable
  submission_act: SubmissionActTable
  submission_answer: SubmissionAnswerTable
  submission_conclusion: SubmissionConclusionTable
  submission_file: SubmissionFileTable
  submission_helped: SubmissionHelpedTable
  submission_kept_away: SubmissionKeptAwayTable
  submission_letter: SubmissionLetterTable
  submission_look: SubmissionLookTable
  submission_message: SubmissionMessageTable
  submission_note: SubmissionNoteTable
  submission_notice: SubmissionNoticeTable
  submission_point: SubmissionPointTable
  submission_promise: SubmissionPromiseTable
  submission_public: SubmissionPublicTable
  submission_rating: SubmissionRatingTable
  submission_sealed: SubmissionSealedTable
  submission_support: SubmissionSupportTable
  target: TargetTable
  target_binding: TargetBindingTable
  target_cascade: TargetCascadeTable
  target_companion: TargetCompanionTable
  target_exception: TargetExceptionTable
  target_gap: TargetGapTable
  target_link: TargetLinkTable
  target_share: TargetShareTable
  template_draft: TemplateDraftTable
  topic: TopicTable
  trusted_device: TrustedDeviceTable
  visit: VisitTable
  visit_count: VisitCountTable
  work_calendar_day: WorkCalendarDayTable
  work_calendar_year: WorkCalendarYearTable
}
