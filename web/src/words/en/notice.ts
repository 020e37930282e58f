// English: what a notice is.
import type { Words } from '../words.ts'

export const notice: Words['notice'] = { info: 'Information', success: 'Done', warning: 'Please note' }
