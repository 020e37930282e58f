// A picture of a published model.
import { photo } from '@dong-thuan/core/models/public.operations.ts'
import { askedId } from '#web/asked.ts'
import { streamFile } from '#web/file-out.ts'

export const GET = (event) =>
  streamFile(event, photo, { id: askedId(event.params.id), evidence: askedId(event.params.evidence) })
