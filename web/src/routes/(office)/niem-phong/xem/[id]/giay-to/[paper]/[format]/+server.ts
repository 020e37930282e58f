// A paper to a denouncer, printed; each print is a look behind the seal.
import { sendContent, type Content } from '@dong-thuan/core/http/kept-file.ts'
import { printSealedPaper } from '@dong-thuan/core/papers/sealed.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { id, paper, format } = event.params
  return sendContent((await valueOf(event, printSealedPaper, { request: id, paper, format })) as Content)
}
