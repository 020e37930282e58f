// Words a person types, as they are seen before they are measured: a reason of nothing but unseen marks is no reason.
import { z } from 'zod'
import { plainText } from './text.ts'

export const typedText = (missing?: string) => z.string(missing).overwrite(plainText).trim()
