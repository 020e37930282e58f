// The next version of a form, from its newest one.
import { formChoices, showForm } from '@dong-thuan/core/commendations/form.read.operations.ts'
import { error } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'
import { wordsOf } from '#words'
import { formActions } from '../../save.ts'

export const load = async (event) => {
  const { versions } = await valueOf(event, showForm, { id: askedId(event.params.id) })
  const [award, before] = versions as [(typeof versions)[number], (typeof versions)[number] | undefined]
  const choices = await valueOf(event, formChoices, {})
  const mine = choices.bodies.some(({ id }) => id === award.bodyId)
  if (!mine) error(403, wordsOf(event.locals.language).awardForms.notYours)
  return { ...choices, award, before }
}

export const actions = formActions
