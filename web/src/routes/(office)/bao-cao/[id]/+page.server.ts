// One report: its paper part by part, the figure asked about, and every move of its life.
import { show as showLine } from '@dong-thuan/core/documents/notice.operations.ts'
import { show as showProgramme } from '@dong-thuan/core/programmes/programme.operations.ts'
import { supersede } from '@dong-thuan/core/reports/report.create.operations.ts'
import { decide } from '@dong-thuan/core/reports/circulation/circulation.operations.ts'
import { comments } from '@dong-thuan/core/reports/circulation/circulation.reads.ts'
import { merge, sources } from '@dong-thuan/core/reports/merge.operations.ts'
import { ownAnswers, takeOwnAnswers } from '@dong-thuan/core/reports/own-answers.operations.ts'
import { accept, returnReport, submit } from '@dong-thuan/core/reports/report.life.operations.ts'
import { show } from '@dong-thuan/core/reports/report.read.operations.ts'
import { issue, sign } from '@dong-thuan/core/reports/report.sign.operations.ts'
import { signed } from '@dong-thuan/core/reports/signed.operations.ts'
import { figure, paper } from '@dong-thuan/core/reports/report.view.operations.ts'
import { approve, initial } from '@dong-thuan/core/reports/signing/signing.operations.ts'
import { refresh, setHead, writeText } from '@dong-thuan/core/reports/report.write.operations.ts'
import { valueOf } from '#web/act.ts'
import { blockOf } from './explained.ts'
import { move } from './move.ts'

export const load = async (event) => {
  const { id } = event.params
  const shown = await valueOf(event, show, { id })
  const asked = event.url.searchParams.get('so')
  const explained = asked ? await event.locals.ask(figure, { id, figure: asked }) : null
  const programme = await event.locals.ask(showProgramme, { programme: shown.report.programmeId })
  const { parts } = await valueOf(event, paper, { id })
  const { passages } = await valueOf(event, sources, { id })
  const onPaper = await valueOf(event, signed, { id })
  const said = await valueOf(event, comments, { id })
  const own = shown.moves.includes('write') ? (await valueOf(event, ownAnswers, { id })).answers : []
  return {
    ...shown,
    comments: said.comments,
    asked: said.round !== null,
    ownAnswers: own,
    deciding: event.url.searchParams.get('y'),
    signed: onPaper,
    mayOpenLine: onPaper.line !== null && (await event.locals.ask(showLine, { id: onPaper.line })).ok,
    passages,
    parts,
    explained: explained?.ok ? explained.value : null,
    block: asked ? blockOf(parts, asked) : '',
    editing: event.url.searchParams.get('sua'),
    targets: programme.ok ? programme.value.targets.map(({ no, name }) => ({ no, name })) : [],
  }
}

export const actions = {
  write: move(writeText),
  head: move(setHead),
  merge: move(merge),
  takeOwnAnswers: move(takeOwnAnswers),
  decide: move(decide),
  initial: move(initial),
  approve: move(approve),
  refresh: move(refresh),
  submit: move(submit),
  return: move(returnReport),
  accept: move(accept),
  sign: move(sign),
  issue: move(issue),
  supersede: move(supersede),
}
