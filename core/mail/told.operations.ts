// News about calls, workbooks, drafts to comment on, reports that came, recalled papers and work taken over, for the desk.
import { z } from 'zod'
import { bodiesWhere, type Actor, type Role } from '../shared/actor.ts'
import { instantSchema } from '../shared/day.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { pathOf } from './asked.ts'
import { askedMessages, type ToldAsked } from './told.store.ts'

const most = 20

export const news = reading({
  name: 'messages.news',
  summary:
    'Tin mới đến các đơn vị của tôi: đề cương, biểu Excel, dự thảo lấy ý kiến, báo cáo, văn bản đính chính, thu hồi, việc được bàn giao, chỉ tiêu được giao, đề nghị khen, phiếu chấm điểm',
  http: { method: 'GET', path: '/me/news' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    news: z.array(
      z.object({
        id: z.number().int(),
        at: instantSchema,
        topic: z.string().meta({ description: 'như call.issue, answer.return, collection.remind' }),
        title: z.string(),
        bodyName: z.string().meta({ description: 'đơn vị phải trả lời' }),
        dueOn: z.string().nullable(),
        reason: z.string().nullable(),
        count: z.number().int().nullable().meta({ description: 'tin gộp: mấy phiếu' }),
        path: z.string(),
      }),
    ),
  }),
  async run({ db, actor }) {
    const mine = bodiesWhere(
      actor,
      'reporter',
      'officer',
      'head',
      'clerk',
      'standingBoard',
      'receiver',
      'handler',
      'sealOpener',
    )
    const told = (await askedMessages(db, mine, 3 * most)).filter((one) => isFor(actor, one)).slice(0, most)
    return ok({
      news: told.map(({ id, at, topic, payload, bodyName }) => ({
        ...{ id, at, topic, bodyName, title: payload.title, path: pathOf(payload) },
        ...{ dueOn: payload.dueOn ?? null, reason: payload.reason ?? null, count: payload.count ?? null },
      })),
    })
  },
})

/** Of cases, seals, score sheets and commendations only those hear who may open the page the news leads to. */
function isFor(actor: Actor, { topic, payload }: ToldAsked): boolean {
  const roles = rolesFor(topic)
  return roles === null || bodiesWhere(actor, ...roles).some((body) => body === payload.body)
}

function rolesFor(topic: string): Role[] | null {
  if (/^(submission|reception)\./.test(topic)) return onCases
  if (topic.startsWith('sealRequest.')) return onSeals
  if (topic.startsWith('scoresheet.')) return onSheets
  if (!topic.startsWith('commendation.')) return null
  if (topic === 'commendation.submit') return ['head', 'clerk']
  return /\.(complete|withdraw)$/.test(topic) ? ['officer', 'head'] : ['reporter', 'officer', 'head']
}

const onCases: Role[] = ['receiver', 'handler', 'head']
const onSheets: Role[] = ['reporter', 'officer', 'head', 'standingBoard']
const onSeals: Role[] = ['sealOpener', 'head']
