// The reports a section may be merged into, and the section of the chosen one as it stands now.
import { list, show } from '@dong-thuan/core/reports/report.read.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'

interface Read {
  call: { bodyId: number; programmeId: number | null; kind: string }
  section: { key: string }
}

export async function target(event: Pick<RequestEvent, 'locals' | 'url'>, { call, section }: Read) {
  const listed = await event.locals.ask(list, call.programmeId ? { programme: call.programmeId } : {})
  const open = listed.ok ? listed.value.reports.filter(({ stage }) => stage === 'draft' || stage === 'returned') : []
  const ours = open.filter(({ bodyId, programmeId }) => bodyId === call.bodyId || programmeId === call.programmeId)
  const answers = await Promise.all(ours.map(({ id }) => event.locals.ask(show, { id })))
  // Units make reports of the same programme too; only what the reader may write is offered.
  const mine = answers.flatMap((one) => (one.ok && one.value.moves.includes('write') ? [one.value] : []))
  const reports = mine.map(({ report: { id, title, kind } }) => ({ id, title, kind }))
  const wanted = Number(event.url.searchParams.get('bao-cao'))
  const report = reports.find(({ id }) => id === wanted) ?? reports.find(({ kind }) => kind === call.kind) ?? reports[0]
  const shown = mine.find((one) => one.report.id === report?.id)
  if (!report || !shown) return { reports, report: null, into: null, choices: [] }
  const choices = shown.sections.map(({ key, heading, text, version }) => ({ key, heading, text, version }))
  const asked = event.url.searchParams.get('vao') ?? section.key
  const into = choices.find(({ key }) => key === asked) ?? null
  return { reports, report, into, choices: choices.map(({ key, heading }) => ({ key, heading })) }
}
