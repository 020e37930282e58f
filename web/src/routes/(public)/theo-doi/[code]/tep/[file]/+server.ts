// The proof of an answer, to the sender.
import { error } from '@sveltejs/kit'
import { proof } from '@dong-thuan/core/cases/file.operations.ts'
import { streamFile } from '#web/file-out.ts'
import { keptKeys } from '../../../keys.ts'

export const GET = (event) => {
  const keys = keptKeys(event.cookies, event.params.code)
  if (!keys) error(404)
  return streamFile(event, proof, { ...keys, file: event.params.file })
}
