// Words an officer types, as schemas take them: composed letters, without marks no paper shows.
import { z } from 'zod'

/** Marks as word processors paste them; they would break a Word file. */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function typedWords(most: number, least = 0) {
  const typed = least > 0 ? z.string().trim().min(least).max(most) : z.string().trim().max(most)
  return typed.transform((words) => words.replaceAll(unseen, ' ').normalize('NFC').trim())
}
