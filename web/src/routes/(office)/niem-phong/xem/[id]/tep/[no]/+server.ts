// An original behind an open seal.
import { openOriginalFile } from '@dong-thuan/core/seal/requests/request.look.operations.ts'
import { sendContent, type Content } from '@dong-thuan/core/http/kept-file.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) =>
  sendContent((await valueOf(event, openOriginalFile, { id: event.params.id, no: event.params.no })) as Content)
