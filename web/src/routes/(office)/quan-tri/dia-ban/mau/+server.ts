// The empty table of changes, as a file.
import { template } from '@dong-thuan/core/acts/act.import.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { text } = await valueOf(event, template)
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="thay-doi-dia-ban.csv"',
    },
  })
}
