// An assessment is begun.
import { launch, list } from '@dong-thuan/core/assessments/assessment.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { leads } = await valueOf(event, list, {})
  return { leads, year: dayAt(event.locals.app.clock()).slice(0, 4) }
}

export const actions = {
  default: (event) => act(event, launch, { next: ({ id }) => `/cham-diem/${id}` }),
}
