// The board of a programme at a place and period, and the act of consolidating.
import { showBoard } from '@dong-thuan/core/programmes/boards/board.operations.ts'
import { list, make } from '@dong-thuan/core/programmes/entries/consolidation.operations.ts'
import { show as showProgramme } from '@dong-thuan/core/programmes/programme.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { params, url, locals } = event
  const { moves, boardPlace } = await valueOf(event, showProgramme, { programme: params.id })
  const asked = {
    programme: params.id,
    place: url.searchParams.get('dia-ban') ?? boardPlace ?? undefined, // a commune's people open their own
    period: url.searchParams.get('ky') ?? undefined,
  }
  const board = await valueOf(event, showBoard, asked)
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
