// The name of a shown figure, by which it can be explained: target, part, place, period, and organisation or sector.
import { largestNumber, type Id } from '../../shared/id.ts'
import type { Part } from '../targets/scope.ts'

export interface FigureName {
  target: Id<'target'>
  /** 'main', 'everyone', an exception's number, or a companion. */
  part: Part | { companion: number }
  place: Id<'place'>
  period: Id<'period'>
  organisation: string | null
  /** One body of an organisation at the place, as a base of a labour federation. */
  body?: Id<'body'> | null
}

const shape = /^t(\d+)\.(main|everyone|e\d+|c\d+)\.p(\d+)\.y(\d+)(?:\.([A-Za-z]+))?(?:\.b(\d+))?$/

export function nameFigure({ target, part, place, period, organisation, body }: FigureName): string {
  const middle = typeof part === 'object' ? `c${part.companion}` : typeof part === 'number' ? `e${part}` : part
  return `t${target}.${middle}.p${place}.y${period}${organisation ? `.${organisation}` : ''}${body ? `.b${body}` : ''}`
}

/** The parts of a figure's name, or null when it is none. */
export function parseFigure(text: string): FigureName | null {
  const match = shape.exec(text)
  if (!match) return null
  const [, target, middle, place, period, organisation, body] = match
  if ([target, place, period, body ?? 0].some((id) => Number(id) > largestNumber)) return null
  return {
    target: Number(target) as Id<'target'>,
    part: parsePart(middle!),
    place: Number(place) as Id<'place'>,
    period: Number(period) as Id<'period'>,
    organisation: organisation ?? null,
    body: body ? (Number(body) as Id<'body'>) : null,
  }
}

function parsePart(text: string): FigureName['part'] {
  if (text === 'main' || text === 'everyone') return text
  return text.startsWith('e') ? Number(text.slice(1)) : { companion: Number(text.slice(1)) }
}
