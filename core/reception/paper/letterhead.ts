// Whose paper it is: the desk on a day, its layout, how it signs.
import { bodyAt, organisations } from '../../bodies/body.read.ts'
import { familyOf, layoutOf, type Layout } from '../../documents/layout.ts'
import { signatureLines, signatureRule, usualAuthority, type Authority } from '../../documents/signature.ts'
import { readTemplate, templateInUse } from '../../documents/template.ts'
import { seatOf, versionAt } from '../../places/place.read.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Letterhead } from './forms.ts'

export interface Sheet {
  head: Letterhead
  layout: Layout
  sign(by: { authority?: Authority | null; title?: string | null; name?: string | null }): {
    lines: string[]
    name: string
  }
}

/** null: there is no such body on the day. */
export async function sheetOf(
  db: ReadDb,
  of: { deskId: Id<'body'>; day: Day; templateId?: Id<'document_template'> | null },
): Promise<Sheet | null> {
  const body = await bodyAt(db, of.deskId, of.day)
  if (!body) return null
  const family = familyOf((await organisations(db)).find(({ key }) => key === body.organisation))
  const kept = of.templateId ? await readTemplate(db, of.templateId) : null
  const layout = layoutOf((kept ?? (await templateInUse(db, family))).lines)
  const rule = signatureRule(body.organisation)
  const parent = body.parentId ? await bodyAt(db, body.parentId, of.day) : undefined
  const place = await versionAt(db, body.placeId, of.day)
  return {
    layout,
    head: {
      ...{ family, issuer: body.name, upper: parent?.name ?? null },
      place: (place?.level === 'country' ? await seatOf(db, place.placeId) : place?.name) ?? '',
      office: rule.collective ? `Văn phòng ${body.shortName}` : body.shortName,
    },
    sign: ({ authority, title, name }) => {
      const signature = {
        authority: authority ?? usualAuthority(rule, false),
        title: title || rule.head,
        name: name ?? '',
      }
      return { lines: signatureLines(layout, rule, signature), name: signature.name }
    },
  }
}
