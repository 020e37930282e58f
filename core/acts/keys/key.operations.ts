// What can be asked of keys: which places were divided, one with its key, a new version, no key any more.
import { z } from 'zod'
import { dividedPlaces } from '../../places/key/key.read.ts'
import { judgeShares, proposalsOf, writeShare } from '../../places/key/key.ts'
import { seenVersion } from '../../shared/id.ts'
import { reading, writing } from '../../shared/operation.ts'
import { invalid, ok, problem } from '../../shared/result.ts'
import { keyMoves, whyNotKey } from './key.moves.ts'
import { dividedShown, keyShown, keyTyped, placeId, saved, sharesTyped } from './key.schema.ts'
import { append, openKey } from './key.steps.ts'

export const keepers = { roles: ['administrator', 'officer'] } as const

export const listKeys = reading({
  name: 'placeKeys.list',
  summary: 'Các địa bàn bị chia cho nhiều nơi, và khoá chia của từng địa bàn nếu đã có',
  http: { method: 'GET', path: '/place-keys' },
  who: 'anyone',
  input: z.object({
    under: placeId.optional().meta({ description: 'chỉ trong địa bàn này, theo ngày trước khi chia' }),
    q: z.string().trim().max(100).optional().meta({ description: 'mã, hoặc tên địa bàn và cấp trên của nó' }),
    key: z.enum(['none', 'set']).optional().meta({ description: 'chưa có khoá đang dùng, hoặc đã có' }),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    places: z.array(dividedShown),
  }),
  async run({ db }, { under, q, key, page, size }) {
    const keyed = key && key === 'set'
    return ok({ ...(await dividedPlaces(db, { under, q, keyed, page, size })), page, size })
  },
})

export const showKey = reading({
  name: 'placeKeys.show',
  summary: 'Khoá chia của một địa bàn: nơi đến, các bản đã ghi, tỉ lệ máy đề xuất để người xem lại',
  http: { method: 'GET', path: '/places/{id}/key' },
  who: 'anyone',
  input: z.object({ id: placeId }),
  output: keyShown,
  async run(context, { id }) {
    const found = await openKey(context, id)
    if (!found.ok) return found
    const { place, parts, versions, standing } = found.value
    return ok({
      ...{ place, parts, versions },
      proposals: proposalsOf(parts).map((each) => ({
        ...each,
        shares: each.shares.map(({ to, share }) => ({ to, share: writeShare(share) })),
      })),
      moves: keyMoves.filter((move) => !whyNotKey(context.actor, move, standing)),
    })
  },
})

export const setKey = writing({
  name: 'placeKeys.set',
  summary: 'Ghi một bản mới của khoá chia: tỉ lệ của từng nơi đến, cộng lại đúng bằng 1; bản cũ giữ nguyên',
  http: { method: 'POST', path: '/places/{id}/key' },
  who: keepers,
  input: z.object({ id: placeId, expectedVersion: seenVersion(0), shares: sharesTyped, ...keyTyped }),
  output: saved,
  async run(context, { id, expectedVersion, shares: typed, ...told }) {
    const found = await openKey(context, id)
    if (!found.ok) return found
    const refusal = whyNotKey(context.actor, 'set', found.value.standing)
    if (refusal) return refusal
    const { place, parts } = found.value
    const { shares, problems } = judgeShares(place.fullName, { parts, typed, field: (at) => `shares.${at}.share` })
    if (told.dated > context.today) problems.push(notYet)
    if (problems.length > 0) return invalid(problems, 'key-faults')
    return append(context, found.value, { ...told, withdrawn: false, shares }, expectedVersion)
  },
})

export const withdrawKey = writing({
  name: 'placeKeys.withdraw',
  summary: 'Thôi dùng khoá chia của một địa bàn, kèm lý do; địa bàn lại là không so sánh được, các bản cũ giữ nguyên',
  http: { method: 'POST', path: '/places/{id}/key/withdraw' },
  who: keepers,
  input: z.object({ id: placeId, expectedVersion: seenVersion(1), note: z.string().trim().min(1).max(1000) }),
  output: saved,
  async run(context, { id, expectedVersion, note }) {
    const found = await openKey(context, id)
    if (!found.ok) return found
    const refusal = whyNotKey(context.actor, 'withdraw', found.value.standing)
    if (refusal) return refusal
    return append(context, found.value, { ...nothing, note }, expectedVersion)
  },
})

const nothing = { withdrawn: true, method: null, basis: null, dated: null, confidence: null, shares: [] } as const

const notYet = problem(
  'dated',
  'in-future',
  'Ngày của căn cứ không được sau hôm nay.',
  'The basis must not be dated after today.',
)
