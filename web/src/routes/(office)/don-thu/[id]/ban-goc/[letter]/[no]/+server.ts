// What came with a letter that is not sorted yet; each look is on record.
import { original } from '@dong-thuan/core/cases/sort.operations.ts'
import { sendContent, type Content } from '@dong-thuan/core/http/kept-file.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { id, letter, no } = event.params
  return sendContent((await valueOf(event, original, { id, letter, no })) as Content)
}
