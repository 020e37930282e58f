// Branded numeric ids: Id<'body'> does not go where Id<'place'> is wanted. Parsed at the door, a plain number inside.
import { z } from 'zod'

declare const noun: unique symbol
export type Id<Noun extends string> = number & { readonly [noun]: Noun }

/** Schema of an id as it comes in: a positive 32-bit integer, also as the text of a query or a form field. */
export function idOf<Noun extends string>(name: Noun): z.ZodType<Id<Noun>> {
  return z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .meta({ title: `${name} id` }) as unknown as z.ZodType<Id<Noun>>
}
