// Everything that can be asked of reports, in reading order.
import type { Operation } from '../shared/operation.ts'
import './report.handover.ts'
import { certificates, decisionPaper, printing } from './certificates/certificate.operations.ts'
import { roundList } from './certificates/list.operations.ts'
import { circulate, decide } from './circulation/circulation.operations.ts'
import * as round from './circulation/circulation.reads.ts'
import { agree, comment } from './circulation/comment.operations.ts'
import { explanation } from './circulation/explanation.operations.ts'
import { dispatch, receive } from './dispatch/dispatch.operations.ts'
import * as sent from './dispatch/dispatch.reads.ts'
import { letterFile } from './letters/letter.operations.ts'
import { merge, sources } from './merge.operations.ts'
import { ownAnswers, takeOwnAnswers } from './own-answers.operations.ts'
import * as publication from './publication/publication.operations.ts'
import * as making from './report.create.operations.ts'
import * as life from './report.life.operations.ts'
import { registerFile } from './registers/register.operations.ts'
import * as reads from './report.read.operations.ts'
import * as files from './report.render.operations.ts'
import * as signing from './report.sign.operations.ts'
import * as before from './signing/signing.operations.ts'
import { signed, signedFile } from './signed.operations.ts'
import * as views from './report.view.operations.ts'
import * as word from './word/word.operations.ts'
import * as forms from './word/word.reads.ts'
import * as writes from './report.write.operations.ts'

export const reportOperations: readonly Operation[] = [
  reads.list,
  reads.show,
  making.create,
  making.drafting,
  writes.writeText,
  merge,
  sources,
  ownAnswers,
  takeOwnAnswers,
  writes.setHead,
  writes.refresh,
  circulate,
  round.comments,
  round.toComment,
  round.draft,
  comment,
  agree,
  decide,
  explanation,
  life.submit,
  life.returnReport,
  life.accept,
  before.initial,
  before.approve,
  signing.sign,
  signing.issue,
  dispatch,
  sent.dispatches,
  sent.arrived,
  sent.arrivedPaper,
  sent.openArrived,
  receive,
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
  publication.publish,
  publication.list,
  publication.show,
  publication.file,
  letterFile,
  decisionPaper,
  certificates,
  printing,
  roundList,
  forms.form,
  word.send,
  forms.drafts,
  forms.draft,
  forms.sample,
  word.adopt,
  word.drop,
]
