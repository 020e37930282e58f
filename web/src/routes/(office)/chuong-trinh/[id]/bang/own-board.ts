// Who receives figures of one place may see that place only: the board opens there when no place was asked.
import { show as showBody } from '@dong-thuan/core/bodies/body.operations.ts'
import { showBoard } from '@dong-thuan/core/programmes/board.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'

/** The address of the board at the first of the actor's own places that he may see; null when there is none. */
export async function ownBoardOf({ locals, params, url }: RequestEvent): Promise<string | null> {
  const { actor, ask } = locals
  if (actor.kind !== 'person' || url.searchParams.has('dia-ban')) return null
  const period = url.searchParams.get('ky') ?? undefined
  for (const { bodyId } of actor.roles) {
    const body = await ask(showBody, { id: bodyId })
    const place = body.ok ? body.value.place?.placeId : null
    if (!place || !(await ask(showBoard, { programme: params.id, period, place })).ok) continue
    return `${url.pathname}?${new URLSearchParams({ ...(period && { ky: period }), 'dia-ban': String(place) })}`
  }
  return null
}
