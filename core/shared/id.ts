// Branded numeric ids: Id<'body'> does not go where Id<'place'> is wanted. Parsed at the door, a plain number inside.
import { z } from 'zod'

declare const noun: unique symbol
export type Id<Noun extends string> = number & { readonly [noun]: Noun }

/** The largest number the database keeps in a column of ids or versions. */
export const largestNumber = 2_147_483_647

/** The version somebody saw when he began, sent with what he changed; 0 where nothing need be there yet. */
export const seenVersion = (least: 0 | 1) => z.coerce.number().int().min(least).max(largestNumber)

/** Schema of an id as it comes in: a positive 32-bit integer, also as the text of a query or a form field. */
export function idOf<Noun extends string>(name: Noun): z.ZodType<Id<Noun>> {
  return z.coerce
    .number()
    .int()
    .positive()
    .max(largestNumber)
    .meta({ title: `${name} id` }) as unknown as z.ZodType<Id<Noun>>
}
