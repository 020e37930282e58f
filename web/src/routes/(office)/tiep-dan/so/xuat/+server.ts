// The register without names, for other systems.
import { sendContent, type Content } from '@dong-thuan/core/http/kept-file.ts'
import { exportRegister } from '@dong-thuan/core/reception/paper/register.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const asked = event.url.searchParams
  const input = { from: asked.get('from'), to: asked.get('to'), format: asked.get('format') ?? 'csv' }
  return sendContent((await valueOf(event, exportRegister, input)) as Content)
}
