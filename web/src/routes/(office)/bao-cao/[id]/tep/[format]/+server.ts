// A report as a file to take along.
import { render } from '@dong-thuan/core/reports/report.render.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { id, format } = event.params
  const file = await valueOf(event, render, { id, format })
  return new Response(new Uint8Array(Buffer.from(file.content, file.encoding)), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
    },
  })
}
