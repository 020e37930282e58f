// The board of a programme at a place and period, and the act of consolidating.
import { showBoard } from '@dong-thuan/core/programmes/board.operations.ts'
import { list, make } from '@dong-thuan/core/programmes/consolidation.operations.ts'
import { show as showProgramme } from '@dong-thuan/core/programmes/programme.operations.ts'
import { redirect } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { ownBoardOf } from './own-board.ts'

export const load = async (event) => {
  const { params, url, locals } = event
  const asked = {
    programme: params.id,
    place: url.searchParams.get('dia-ban') ?? undefined,
    period: url.searchParams.get('ky') ?? undefined,
  }
  const answer = await locals.ask(showBoard, asked)
  const elsewhere = answer.ok ? null : await ownBoardOf(event)
  if (elsewhere) redirect(303, elsewhere)
  const board = answer.ok ? answer.value : await valueOf(event, showBoard, asked)
  const { moves, boardPlace } = await valueOf(event, showProgramme, { programme: params.id })
  const consolidated = await locals.ask(list, { programme: params.id, period: asked.period })
  return {
    board,
    boardPlace,
    detail: Number(url.searchParams.get('muc') ?? 0),
    order: url.searchParams.get('xep') === 'hut' ? ('gap' as const) : ('code' as const),
    mayConsolidate: moves.includes('consolidate'),
    consolidations: consolidated.ok ? consolidated.value.consolidations : [],
  }
}

export const actions = {
  consolidate: (event) =>
    act(event, make, {
      input: (read) => ({ ...read, programme: event.params.id }),
      next: () => event.url.pathname + event.url.search.replace(/[?&]\/consolidate/, ''),
    }),
}
