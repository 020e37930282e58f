// The templates of all families, and forms from Word that wait to be confirmed.
import { list } from '@dong-thuan/core/documents/template.operations.ts'
import { drafts } from '@dong-thuan/core/reports/word/word.reads.ts'
import { valueOf } from '#web/act.ts'
import { maySendForms } from './rights.ts'

export const load = async (event) => {
  const waiting = maySendForms(event.locals.actor) ? await valueOf(event, drafts, {}) : { drafts: [] }
  return { ...(await valueOf(event, list, {})), ...waiting }
}
