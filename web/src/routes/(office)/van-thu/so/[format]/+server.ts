// The register as a file.
import { registerFile } from '@dong-thuan/core/reports/registers/register.operations.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) => {
  const { searchParams } = event.url
  const year = searchParams.get('nam') ?? undefined
  return sendFile(event, registerFile, { body: searchParams.get('don-vi'), format: event.params.format, year })
}
