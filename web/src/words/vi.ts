// All Vietnamese words, by area. Vietnamese is written first; en.ts must have the same keys.
import { common, error, look } from './vi/common.ts'
import { form } from './vi/form.ts'
import { front, sitemap } from './vi/front.ts'
import { office } from './vi/office.ts'
import { status } from './vi/status.ts'

export const vi = { common, look, error, form, status, front, sitemap, office }
