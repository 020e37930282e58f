// One body of an organisation in every place of an area, named by a pattern, under the upper body each belongs to.
import { z } from 'zod'
import { unitLevels } from '../places/place.ts'
import { shownDay, type Day } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { invalid, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { firstDayToJudge, nameTyped, newBodyTyped, reversed } from './body.create.ts'
import { sitesUnder, type Site } from './body.list.store.ts'
import { whyNot } from './body.moves.ts'
import { createdForPlaces } from './body.outputs.ts'
import { standingOf, unknownOrganisation } from './body.steps.ts'
import { organisations } from './body.store.ts'
import { hasSlot, nameFromPattern } from './body.ts'
import { insertBodies } from './body.write.store.ts'

const pattern = nameTyped.refine(hasSlot, 'Mẫu tên phải có ba chấm ở chỗ điền tên địa bàn, ví dụ “Hội Nông dân …”.')

const input = z.object({
  ...newBodyTyped,
  underPlaceId: idOf('place').meta({ description: 'mọi địa bàn cấp đã chọn bên trong địa bàn này' }),
  level: z.enum(unitLevels).default('commune'),
  namePattern: pattern.meta({
    description: '“Hội Nông dân …” hoặc “Hội Nông dân {place}” thành “Hội Nông dân xã Tân An”',
  }),
  shortNamePattern: pattern.optional().meta({ description: 'không ghi: tên gọn của loại tổ chức và địa bàn' }),
  parentOrganisation: z.string().optional().meta({ description: 'loại tổ chức cấp trên; không ghi: cùng loại' }),
})
type Input = z.output<typeof input>

/** An upper organisation of another kind may sit at the place itself, as the Party committee above its khối dân vận. */
export const createForPlaces = writing({
  name: 'bodies.createForPlaces',
  summary: 'Lập tổ chức cùng loại ở mọi xã, phường, thị trấn trong một địa bàn',
  http: { method: 'POST', path: '/bodies/for-places' },
  who: { roles: ['administrator'] },
  input,
  output: createdForPlaces,
  async run(context, input) {
    const day = firstDayToJudge(input, context.today)
    const sites = await sitesFor(context, input, day)
    if (!sites.ok) return sites
    const open = sites.value.filter((site) => !site.already)
    const refusal = await whyNotThere(context, { input, day, open })
    if (refusal) return refusal
    return ok({ created: await insertAll(context, input, open), already: sites.value.length - open.length })
  },
})

/** The places meant, each with the upper body; or everything that is missing, at once. */
async function sitesFor({ db }: WriteContext, input: Input, day: Day): Promise<Result<Site[]>> {
  const { organisation, parentOrganisation: upper = organisation, underPlaceId: placeId, level } = input
  const faults = [...(await unknownOrganisation(db, organisation)), ...reversed(input)]
  if (upper !== organisation) faults.push(...(await unknownOrganisation(db, upper, 'parentOrganisation')))
  if (faults.length > 0) return invalid(faults)
  const sites = await sitesUnder(db, { placeId, level, day }, { organisation, upper })
  if (sites.length === 0) faults.push(noPlaces(day))
  const orphans = sites.filter((site) => !site.already && site.upperId === null)
  if (orphans.length > 0) faults.push(noUpper(orphans))
  return faults.length > 0 ? invalid(faults) : ok(sites)
}

function noPlaces(day: Day): Problem {
  const vi = `Ngày ${shownDay(day)} không có địa bàn nào thuộc cấp này bên trong địa bàn đã chọn.`
  return problem('underPlaceId', 'no-places', vi, `No place of this level lies there on ${day}.`)
}

function noUpper(orphans: Site[]): Problem {
  const names = orphans.slice(0, 5).map((site) => site.fullName)
  const rest = orphans.length - names.length
  const listed = names.join(', ')
  return problem(
    'parentOrganisation',
    'no-upper',
    `Chưa có tổ chức cấp trên cho: ${listed}${rest > 0 ? ` và ${rest} nơi khác` : ''}. Hãy lập tổ chức cấp trên trước.`,
    `No upper body for: ${listed}${rest > 0 ? ` and ${rest} more` : ''}. Create the upper body first.`,
  )
}

async function whyNotThere(context: WriteContext, at: { input: Input; day: Day; open: Site[] }) {
  const { db, actor } = context
  for (const bodyId of new Set(at.open.map((site) => site.upperId))) {
    const standing = await standingOf(db, { bodyId, placeId: at.input.underPlaceId, day: at.day })
    const refusal = whyNot(actor, 'createForPlaces', standing)
    if (refusal) return refusal
  }
  return null
}

async function insertAll(context: WriteContext, input: Input, open: Site[]) {
  const { organisation, namePattern, validFrom, validTo, symbol, illustrative } = input
  const kind = (await organisations(context.db)).find(({ key }) => key === organisation)!
  const shortNamePattern = input.shortNamePattern ?? `${kind.shortName} {place}`
  const bodies = open.map(({ placeId, fullName, upperId }) => ({
    ...{ organisation, validFrom, validTo, symbol, illustrative, placeId },
    name: nameFromPattern(namePattern, fullName),
    shortName: nameFromPattern(shortNamePattern, fullName),
    parentId: upperId,
  }))
  const ids = await insertBodies(context.db, bodies)
  for (const [i, id] of ids.entries()) {
    const { name, placeId, parentId } = bodies[i]!
    await context.record({ noun: 'body', id, move: 'create', changes: { name, organisation, placeId, parentId } })
  }
  return ids.map((bodyId, i) => ({ bodyId, placeId: bodies[i]!.placeId, name: bodies[i]!.name }))
}
