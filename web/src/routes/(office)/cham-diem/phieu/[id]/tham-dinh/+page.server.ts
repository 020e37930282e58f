// Verifying a sheet: points criterion by criterion beside what its body gave itself.
import { verify } from '@dong-thuan/core/assessments/scoresheet.operations.ts'
import { open } from '@dong-thuan/core/assessments/scoresheet.reads.ts'
import { redirect } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const sheet = await valueOf(event, open, { id: event.params.id })
  // What was typed and refused stands here still, though somebody has gone on with the sheet meanwhile.
  if (event.request.method === 'GET' && !sheet.moves.includes('verify'))
    redirect(303, `/cham-diem/phieu/${event.params.id}`)
  return sheet
}

export const actions = {
  default: (event) =>
    act(event, verify, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: () => `/cham-diem/phieu/${event.params.id}?da-luu=1`,
    }),
}
