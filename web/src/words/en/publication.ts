// Words for reports everybody may read.
import type { publication as publicationVi } from '../vi/publication.ts'

export const publication: typeof publicationVi = {
  title: 'Public reports',
  lead: 'Reports on mass mobilisation that were issued and may be read by everybody. Corrections, replacements and recalls are told beside them.',
  none: 'No report has been made public yet.',
  noneNext: 'The clerk of the issuing body makes one public on its page of dispatch.',
  columns: { title: 'Report', number: 'Number', by: 'Issued by', state: 'State' },
  dated: 'Date',
  remark: 'Remark',
  state: { standing: 'in force', correction: 'corrected', replacement: 'replaced', recall: 'recalled' },
  file: 'Download the report (PDF)',
  noFile: 'The document was recalled, so its file is no longer handed out; number and date stay for reference.',
  publish: 'Make public',
  publishText:
    'The whole report with its annexes will be on a public page. Do so only when whoever may allow it has; internal Party documents are not made public.',
  allowedBy: 'Who allowed it',
  published: 'This report is public.',
  open: 'See the public page',
}
