// Everything that can be asked of documents, in reading order.
import type { Operation } from '../shared/operation.ts'
import './series.handover.ts'
import * as notices from './notice.operations.ts'
import * as registers from './register.operations.ts'
import * as scans from './scans/scan.operations.ts'
import * as series from './series.operations.ts'
import * as told from './told.operations.ts'
import * as templates from './template.operations.ts'

export const documentOperations: readonly Operation[] = [
  templates.list,
  templates.edit,
  templates.restore,
  series.list,
  series.create,
  registers.register,
  registers.takeNumber,
  registers.cancelNumber,
  notices.show,
  notices.correct,
  notices.recall,
  told.told,
  told.toldToMe,
  told.confirmDestroyed,
  scans.keep,
  scans.list,
  scans.file,
]
