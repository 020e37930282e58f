// A report as a document: issued ones as they were kept, others composed anew from what they pin; and a preview.
import { bodyAt, organisations, versionsOf, type BodyVersion } from '../bodies/body.read.ts'
import { familyOf, layoutOf, type Layout } from '../documents/layout.ts'
import { signatureRule, usualAuthority } from '../documents/signature.ts'
import { readTemplate, templateInUse, type Template } from '../documents/template.ts'
import { seatOf, versionAt } from '../places/place.read.ts'
import { readPeriod, readProgramme, type Period } from '../programmes/programme.read.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadContext, ReadDb } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { compose, type Composed, type Sheet } from './compose.ts'
import { gather } from './gather.ts'
import { fill, outlineOf, type ReportKind } from './outline.ts'
import { isFrozen, type Report } from './report.ts'
import { initialRuleOf, markOf, type Initial } from './signing/initials.ts'
import { initialsOf } from './signing/signing.store.ts'
import { issuedDocument, textsOf } from './report.store.ts'
import { formOf } from './word/form.files.ts'
import { dayText, lowerFirst } from './words.ts'

export interface Numbered {
  number: string
  dated: Day
}

export async function composeReport(
  db: ReadDb,
  report: Report,
  { today, numbered = null }: { today: Day; numbered?: Numbered | null },
): Promise<Composed> {
  if (isFrozen(report.stage)) return (await issuedDocument(db, report.id))!
  const { placeId, consolidationId } = report
  const programme = (await readProgramme(db, report.programmeId))!
  const period = (await readPeriod(db, report.periodId))!
  const gathered = await gather(db, { programme, placeId, period, consolidationId, today })
  const template = (await readTemplate(db, report.templateId))!
  const texts = await textsOf(db, report.id)
  const number = numbered?.number ?? report.number
  return compose(gathered, {
    ...paperOf(template),
    ...{ kind: report.kind, title: report.title, organisation: report.organisation },
    ...{ upperIssuer: report.upperIssuer, issuer: report.bodyName, place: report.issuedAtPlace ?? '' },
    ...{ number, date: numbered?.dated ?? report.issuedOn },
    recipients: recipientsOf(report, await initialsOf(db, report.id)),
    signature: signatureOf(report),
    supersedes: supersededOf(report),
    texts: new Map(texts.map(({ section, text }) => [section, text])),
    illustrative: report.illustrative,
    draft: number === null,
  })
}

/** The layout a report was made with. */
export async function layoutFor(db: ReadDb, { templateId }: Pick<Report, 'templateId'>): Promise<Layout> {
  return layoutOf((await readTemplate(db, templateId))!.lines)
}

/** The layout, and the form made in Word when it has one: a draft or an issued report keeps the version it began with. */
export async function sheetFor({ db, app }: ReadContext, { templateId }: Pick<Report, 'templateId'>) {
  const { lines, word } = (await readTemplate(db, templateId))!
  const form = await formOf(app, word)
  return form.ok ? ok({ layout: layoutOf(lines), word: form.value }) : form
}

function paperOf(template: Template): Pick<Sheet, 'family' | 'layout'> {
  return { family: template.family, layout: layoutOf(template.lines) }
}

/** Before it is signed, how it will be signed, without a name. */
function signatureOf(report: Report): Sheet['signature'] {
  const rule = signatureRule(report.organisation)
  return {
    authority: report.signAuthority ?? usualAuthority(rule, false),
    title: report.signerTitle ?? rule.head,
    name: report.signerName ?? '',
  }
}

/** One line a recipient; the last says where the original is kept, and who initialled where papers of the body show it. */
function recipientsOf(
  { recipients, organisation, bodyShortName }: Report,
  initials: readonly Initial[],
): Sheet['recipients'] {
  const keeper = signatureRule(organisation).collective ? `Văn phòng ${bodyShortName}` : bodyShortName
  const marks = initialRuleOf(organisation).printed ? initials.map(({ name }) => markOf(name)) : []
  const office = [keeper, ...marks].join(', ')
  const lines = (recipients ?? '').split('\n').map((line) => line.replace(/^[-–•\s]+/, '').trim())
  return { lines: lines.filter((line) => line !== ''), office }
}

function supersededOf({ supersedesNumber, supersedesIssuedOn }: Report): string | null {
  return supersedesNumber && `Báo cáo số ${supersedesNumber} ngày ${dayText(supersedesIssuedOn!)}`
}

/** What a report of the programme would say now, with no officer's words in it. */
export async function composePreview(
  db: ReadDb,
  of: { programme: Programme; period: Period; kind: ReportKind; today: Day },
): Promise<Composed> {
  const { programme, period, kind, today } = of
  const body = (await bodyFor(db, programme.bodyId, period.endsOn))!
  const gathered = await gather(db, { programme, placeId: programme.placeId, period, consolidationId: null, today })
  const defaults = await defaultsFor(db, {
    programme,
    period,
    kind,
    bodyId: programme.bodyId,
    placeId: programme.placeId,
  })
  const rule = signatureRule(body.organisation)
  const template = await templateInUse(db, defaults.family)
  return compose(gathered, {
    ...paperOf(template),
    ...{ kind, title: defaults.title, organisation: body.organisation, upperIssuer: defaults.upperIssuer },
    ...{ issuer: body.name, place: defaults.issuedAtPlace ?? '', number: null, date: null },
    ...{ recipients: { lines: [], office: `Văn phòng ${body.shortName}` }, supersedes: null, texts: new Map() },
    signature: { authority: usualAuthority(rule, false), title: rule.head, name: '' },
    illustrative: programme.illustrative,
    draft: true,
  })
}

/** What a new report begins with; the officer may change all of it. */
export async function defaultsFor(
  db: ReadDb,
  of: { programme: Programme; period: Period; kind: ReportKind; bodyId: Id<'body'>; placeId: Id<'place'> },
) {
  const { programme, period, kind, bodyId, placeId } = of
  const body = await bodyFor(db, bodyId, period.endsOn)
  const parent = body?.parentId ? await bodyFor(db, body.parentId, period.endsOn) : undefined
  const place = await versionAt(db, placeId, period.endsOn)
  const organisation = (await organisations(db)).find((one) => one.key === body?.organisation)
  const names = { year: programme.year, period: lowerFirst(period.name) }
  return {
    title: fill(outlineOf(kind).title, names),
    upperIssuer: parent?.name ?? null,
    issuedAtPlace: place?.level === 'country' ? await seatOf(db, place.placeId) : (place?.name ?? null),
    family: familyOf(organisation),
  }
}

/** As on the day; a body that ended before the period did, as it was last: its programme is still read. */
async function bodyFor(db: ReadDb, id: Id<'body'>, day: Day): Promise<BodyVersion | undefined> {
  return (await bodyAt(db, id, day)) ?? (await versionsOf(db, id)).at(-1)
}
