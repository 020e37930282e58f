// What waits for the person among models, commendations and score sheets: a line each, with where to go on.
import { list as listSheets } from '@dong-thuan/core/assessments/assessment.operations.ts'
import { list as listRounds } from '@dong-thuan/core/commendations/round.read.operations.ts'
import { list as listModels } from '@dong-thuan/core/models/list.operations.ts'
import { bodiesWhere } from '@dong-thuan/core/shared/actor.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { unsent } from '../cham-diem/phieu/[id]/sheet.ts'

/** Only a head decides; a yearly review waits all year and stands in the list. */
const steps = ['toAccept', 'toInspect', 'toDecide'] as const

export async function scoredWaiting({ locals }: Pick<RequestEvent, 'locals'>) {
  const heads = bodiesWhere(locals.actor, 'head').length > 0
  const mine = steps.filter((step) => heads || step !== 'toDecide')
  const [models, rounds, sheets] = [
    await locals.ask(listModels, {}),
    await locals.ask(listRounds, {}),
    await locals.ask(listSheets, {}),
  ]
  const leads = bodiesWhere(locals.actor, 'officer', 'head') as number[]
  return {
    models: mine
      .map((box) => ({ box, count: models.ok ? (models.value.counts.find((one) => one.box === box)?.count ?? 0) : 0 }))
      .filter(({ count }) => count > 0),
    nominees: rounds.ok ? rounds.value.rounds.reduce((sum, { waits }) => sum + waits, 0) : 0,
    sheets: sheets.ok ? sheets.value.asked.filter(({ stage }) => unsent.has(stage)) : [],
    // What bodies below lead is read by them, not verified.
    toVerify: sheets.ok ? sheets.value.led.filter(({ sent, bodyId }) => sent > 0 && leads.includes(bodyId)) : [],
  }
}
