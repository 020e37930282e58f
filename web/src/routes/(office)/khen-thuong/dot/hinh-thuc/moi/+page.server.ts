// A new form of commendation: on a blank sheet, or from one that is there.
import { formChoices, showForm } from '@dong-thuan/core/commendations/form.read.operations.ts'
import { error } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'
import { wordsOf } from '#words'
import { formActions } from '../save.ts'

export const load = async (event) => {
  const choices = await valueOf(event, formChoices, {})
  if (choices.bodies.length === 0) error(403, wordsOf(event.locals.language).awardForms.notYours)
  const from = /^[1-9]\d{0,8}$/.exec(event.url.searchParams.get('tu') ?? '')?.[0]
  const found = from ? (await valueOf(event, showForm, { id: from })).versions : []
  return { ...choices, award: found.find(({ id }) => String(id) === from) ?? null }
}

export const actions = formActions
