// What each rule of a form says in words, so that one version can be held beside another. Pure.
import type { Changeable } from '@dong-thuan/core/commendations/form.rules.ts'
import { day, number } from '#web/words/format.ts'
import type { Language, Words } from '#words'

export interface ShownForm {
  name: string
  level: string
  organisations: string[]
  honours: ('collective' | 'person')[]
  validFrom: string
  validTo: string | null
  waitingYears: number
  once: boolean
  quotaCollectives: number | null
  quotaPersons: number | null
  directPercent: number
  commentDays: number
  confirmation: boolean
  ballot: 'none' | 'open' | 'secret'
  quorumPercent: number
  majorityPercent: number
  majorityOver: boolean
  majorityOf: 'eligible' | 'cast'
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
  doubts: string
}
export interface Names {
  levels: { key: string; name: string }[]
  organisations: { key: string; name: string }[]
}

const nameIn = (list: Names['levels'], key: string) => list.find((one) => one.key === key)?.name ?? key

export function saidOf(form: ShownForm, { words, language, ...names }: Names & { words: Words; language: Language }) {
  const { honours, awardForms: it } = words
  const count = (value: number) => number(value, language)
  const limit = (quota: number | null) => (quota === null ? it.said.noLimit : count(quota))
  const said: Record<Changeable, string> = {
    ...{ name: form.name, basis: form.basis, doubts: form.doubts || it.said.none },
    level: nameIn(names.levels, form.level),
    organisations: form.organisations.map((key) => nameIn(names.organisations, key)).join(', '),
    honours: form.honours.map((one) => honours.honouree[one]).join(', '),
    validFrom: day(form.validFrom),
    validTo: form.validTo ? day(form.validTo) : it.said.noEnd,
    waitingYears: it.said.years(count(form.waitingYears)),
    once: it.said.once(form.once),
    ...{ quotaCollectives: limit(form.quotaCollectives), quotaPersons: limit(form.quotaPersons) },
    directPercent: it.said.percent(count(form.directPercent)),
    commentDays: it.said.days(count(form.commentDays)),
    confirmation: it.said.needed(form.confirmation),
    ballot: honours.ballot[form.ballot],
    quorumPercent: it.said.percent(count(form.quorumPercent)),
    majorityPercent: it.said.percent(count(form.majorityPercent)),
    majorityOver: it.over[String(form.majorityOver) as 'true'],
    majorityOf: it.majorityOf[form.majorityOf],
    confidence: honours.confidence[form.confidence],
  }
  return said
}

/** One line for each rule that reads otherwise than before. */
export function changesSaid(
  changed: readonly Changeable[],
  [before, after]: [Record<Changeable, string>, Record<Changeable, string>],
  { awardForms: it }: Words,
): string[] {
  const labelOf = (key: Changeable) => (key === 'once' ? it.said.onceLabel : it.fields[key])
  return changed.map((key) => it.change(labelOf(key), before[key], after[key]))
}
