// A paper as a file; with the sender only where the address says so, and then it is a look.
import { sendContent, type Content } from '@dong-thuan/core/http/kept-file.ts'
import { printPaper } from '@dong-thuan/core/papers/paper.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { paper, format } = event.params
  const named = String(event.url.searchParams.get('neu-ten') === '1')
  return sendContent((await valueOf(event, printPaper, { paper, format, named })) as Content)
}
