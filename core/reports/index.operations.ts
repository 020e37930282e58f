// Everything that can be asked of reports, in reading order.
import type { Operation } from '../shared/operation.ts'
import './report.handover.ts'
import { merge, sources } from './merge.operations.ts'
import * as making from './report.create.operations.ts'
import * as life from './report.life.operations.ts'
import { registerFile } from './registers/register.operations.ts'
import * as reads from './report.read.operations.ts'
import * as files from './report.render.operations.ts'
import * as signing from './report.sign.operations.ts'
import { signed, signedFile } from './signed.operations.ts'
import * as views from './report.view.operations.ts'
import * as writes from './report.write.operations.ts'

export const reportOperations: readonly Operation[] = [
  reads.list,
  reads.show,
  making.create,
  writes.writeText,
  merge,
  sources,
  writes.setHead,
  writes.refresh,
  life.submit,
  life.returnReport,
  life.accept,
  signing.sign,
  signing.issue,
  making.supersede,
  signed,
  signedFile,
  views.paper,
  views.style,
  views.trace,
  views.figure,
  files.render,
  files.preview,
  registerFile,
]
