// A paper with the name of who came, to sign: the refusal, or the receipt of papers; the opening is on record.
import { papers, refusal } from '@dong-thuan/core/reception/paper/paper.operations.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) => {
  const asked = event.url.searchParams
  const operation = asked.get('loai') === 'tu-choi' ? refusal : papers
  return sendFile(event, operation, { id: event.params.id, format: asked.get('dang') ?? 'docx' })
}
