// The certificates of one decision: how many, whole or in parts.
import { show } from '@dong-thuan/core/commendations/round.read.operations.ts'
import { error } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'
import { wordsOf } from '#words'

export const load = async (event) => {
  const round = await valueOf(event, show, { id: event.params.id })
  const decision = round.decisions.find(({ id }) => String(id) === event.params.decision)
  if (!decision) error(404, wordsOf(event.locals.language).error.notFound)
  const count = round.nominees.filter(
    ({ decisionId, stage }) => decisionId === decision.id && (stage === 'decided' || stage === 'presented'),
  ).length
  return { id: round.id, occasion: round.occasion, decision, count }
}
