// The register of a period with names, to print; each name that is opened is on record. Days as they are typed.
import { registerFile } from '@dong-thuan/core/reception/paper/register.operations.ts'
import { sendFile } from '#web/file-out.ts'
import { readDay } from '#web/words/read.ts'

export const GET = async (event) => {
  const asked = event.url.searchParams
  const day = (name: string) => readDay(asked.get(`${name}:day`) ?? asked.get(name) ?? '')
  const input = { desk: asked.get('desk'), from: day('from'), to: day('to'), format: asked.get('format') ?? 'pdf' }
  return sendFile(event, registerFile, input)
}
