// Sending something to a desk, without an account; the receipt is the answer and stands in no address. A press on the map comes here
// too, where there is no script.
import { randomBytes } from 'node:crypto'
import type { RequestEvent } from '@sveltejs/kit'
import { pictureOf } from '@dong-thuan/core/shared/qr.ts'
import { desks, submit } from '@dong-thuan/core/cases/submit.operations.ts'
import { searchKey } from '@dong-thuan/core/shared/text.ts'
import { mapOf, spot } from '@dong-thuan/core/cases/spot/spot.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'
import { readForm, type RefusedForm, type Typed } from '#web/form.ts'
import { wordsOf } from '#words'
import { numberIn, pressed } from './place-step.ts'

/** More than these and the sender first says where. */
const mostInList = 40

export const load = async (event) => {
  const found = await valueOf(event, desks, {})
  const q = event.url.searchParams.get('noi')?.slice(0, 100) ?? ''
  const wanted = searchKey(q)
  const matching = found.desks.filter((one) =>
    searchKey(`${one.place} ${one.upperPlace ?? ''} ${one.name}`).includes(wanted),
  )
  const shown = matching.slice(0, mostInList)
  // A new mark for each form that is drawn: the same form sent twice is one submission.
  const once = randomBytes(18).toString('base64url')
  return { ...found, desks: shown, q, once, many: found.desks.length > mostInList }
}

export const actions = {
  send: async (event) => {
    const sent = await act(event, submit, { prepare: filesAsText, secret: fileFields })
    if (!('done' in sent)) return sent
    const { code, secret } = sent.value
    // Behind the #, which no browser sends to any server.
    const address = `${event.locals.app.origin}/theo-doi#${code}.${secret}`
    return { ...sent, qr: pictureOf(address) }
  },
  map: async (event): Promise<RefusedForm & { map: Drawn | null }> => {
    const { typed } = readForm(await event.request.formData())
    const said = wordsOf(event.locals.language).spot
    if (!/^\d{1,9}$/.test(typed.desk ?? '')) return shown(typed, null, { desk: said.deskFirst })
    const moved = typed.mapDo?.startsWith('desk:') ? pressed(typed, nowhere) : typed
    const found = await event.locals.ask(mapOf, { desk: moved.desk })
    if (!found.ok || !found.value.map) return shown(moved, null, { lat: said.noMap })
    const next = moved === typed ? pressed(typed, found.value.map.box) : moved
    const { name, source } = found.value.map
    return shown(next, { name, source, other: null }, await whyNotThere(event, next))
  },
}

const nowhere = { west: 0, south: 0, east: 0, north: 0 }

interface Drawn {
  name: string
  source: string
  /** The desk whose commune holds the place that was pressed. */
  other: { id: number; name: string } | null
}
interface Fault {
  desk?: string
  lat?: string
  other?: Drawn['other']
}

async function whyNotThere({ locals }: RequestEvent, typed: Typed): Promise<Fault> {
  const [lat, lon] = [numberIn(typed.lat), numberIn(typed.lon)]
  if (lat === null || lon === null) return {}
  const asked = await locals.ask(spot, { desk: typed.desk, lat, lon })
  if (!asked.ok || !asked.value.sentence) return {}
  return { lat: asked.value.sentence[locals.language], other: asked.value.other }
}

/** The page again with everything that was typed; nothing was sent. */
function shown(
  typed: Typed,
  map: Drawn | null,
  { other = null, ...faults }: Fault,
): RefusedForm & { map: Drawn | null } {
  const fields = Object.fromEntries(Object.entries(faults).map(([field, text]) => [field, [text]]))
  const refusal = { kind: 'invalid' as const, code: 'map', lines: [], fields }
  return { typed, refusal, map: map && { ...map, other } }
}
