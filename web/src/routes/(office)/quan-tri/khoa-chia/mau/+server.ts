// The empty table of keys, as a file.
import { keyTemplate } from '@dong-thuan/core/acts/keys/key.import.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { text } = await valueOf(event, keyTemplate)
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="khoa-chia.csv"',
    },
  })
}
