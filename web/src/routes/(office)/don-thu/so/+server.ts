// The register of the desk as a file; days as they are typed, 26/11/2026.
import { exportRegister } from '@dong-thuan/core/cases/export/export.operations.ts'
import { sendContent, type Content } from '@dong-thuan/core/http/kept-file.ts'
import { valueOf } from '#web/act.ts'
import { readDay } from '#web/words/read.ts'

export const GET = async (event) => {
  const asked = event.url.searchParams
  const day = (name: string) => readDay(asked.get(`${name}:day`) ?? asked.get(name) ?? '')
  const input = { from: day('from'), to: day('to'), format: asked.get('format') ?? 'csv' }
  return sendContent((await valueOf(event, exportRegister, input)) as Content)
}
