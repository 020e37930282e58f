// Entering a sheet that came on paper, for a body nobody signs in for.
import { enterPaper } from '@dong-thuan/core/assessments/paper.operations.ts'
import { open } from '@dong-thuan/core/assessments/scoresheet.reads.ts'
import { redirect } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'

export const load = async (event) => {
  const sheet = await valueOf(event, open, { id: event.params.id })
  // What was typed and refused stands here still, though somebody has gone on with the sheet meanwhile.
  if (event.request.method === 'GET' && !sheet.moves.includes('enterPaper'))
    redirect(303, `/cham-diem/phieu/${event.params.id}`)
  return sheet
}

export const actions = {
  default: (event) =>
    act(event, enterPaper, {
      ...{ prepare: filesAsText, secret: fileFields },
      input: (read) => ({ ...read, id: event.params.id }),
      next: () => `/cham-diem/phieu/${event.params.id}?da-luu=1`,
    }),
}
