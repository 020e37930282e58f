// A paper of the round as a file: the decision or its draft, the certificates, the lists.
import { sendContent, type Content } from '@dong-thuan/core/http/kept-file.ts'
import { certificates, decisionPaper } from '@dong-thuan/core/reports/certificates/certificate.operations.ts'
import { roundList } from '@dong-thuan/core/reports/certificates/list.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { id: round, paper } = event.params
  const asked = event.url.searchParams
  const decision = asked.get('quyet-dinh') ?? undefined
  const format = asked.get('dang') ?? 'pdf'
  const [from, to] = [asked.get('tu') ?? undefined, asked.get('den') ?? undefined]
  const file =
    paper === 'certificates'
      ? await valueOf(event, certificates, { round, decision, from, to })
      : paper === 'draft' || paper === 'decision'
        ? await valueOf(event, decisionPaper, { round, decision, format })
        : await valueOf(event, roundList, { round, list: paper, decision, format })
  return sendContent(file as Content)
}
