// What may be done with a request to open a seal, by whom, and why not.
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { conflict, forbidden } from '../../shared/result.ts'
import { notSo } from '../sealing.ts'
import type { ItemStanding, RequestState } from '../seal.ts'

export const moves = ['ask', 'approve', 'refuse', 'open', 'end'] as const
export type Move = (typeof moves)[number]

export interface Standing {
  bodyId: Id<'body'>
  item: ItemStanding
  /** null: not asked yet. */
  state: RequestState | null
  askedBy: Id<'person'> | null
  decidedBy: Id<'person'> | null
  /** The actor and the asker stood in for each other since the request was made. */
  asOne: boolean
}

type PersonActor = Extract<Actor, { kind: 'person' }>
type Rule = (standing: Standing, actor: PersonActor) => ReturnType<typeof conflict | typeof forbidden> | null

const table: Record<Move, Rule[]> = {
  ask: [opens, onlyKept],
  approve: [decides, notAsker, notAsOne, onlyKept, onlyWaiting],
  refuse: [decides, notAsker, notAsOne, onlyWaiting],
  open: [isAsker, opens, onlyKept, onlyOpen],
  end: [isAskerOrDecided, onlyWaitingOrOpen],
}

/** null when the actor may make the move now. Neither the operator nor a program with a token ever may. */
export function whyNot(actor: Actor, move: Move, standing: Standing) {
  if (actor.kind !== 'person' || actor.scopes !== null) return onlyPersons
  for (const rule of table[move]) {
    const refusal = rule(standing, actor)
    if (refusal) return refusal
  }
  return null
}

const onlyPersons = forbidden(
  'person-needed',
  'Niêm phong chỉ do người đăng nhập xin, duyệt và mở; không làm bằng dòng lệnh hay mã truy cập.',
  'Seals are asked for, approved and opened by persons who signed in; not by the command line, not with a token.',
)

/** The role is never lent (people/sign-in.store.ts); should it be one day, a deputy still does not open. */
function opens({ bodyId }: Standing, { roles }: PersonActor) {
  const own = roles.some((held) => held.role === 'sealOpener' && held.bodyId === bodyId && held.deputyFor === null)
  return own ? null : notOpener
}

const notOpener = forbidden(
  'not-seal-opener',
  'Chỉ người được mở niêm phong của đơn vị giữ đơn mới xin và xem được.',
  'Only an opener of seals of the body that holds the letter asks and looks.',
)

function decides({ bodyId }: Standing, actor: PersonActor) {
  return bodiesWhere(actor, 'sealOpener', 'head').includes(bodyId) ? null : notDecider
}

const notDecider = forbidden(
  'not-seal-approver',
  'Chỉ lãnh đạo hoặc một người khác được mở niêm phong của đơn vị giữ đơn mới duyệt được.',
  'Only the head, or another opener of seals, of the body that holds the letter decides.',
)

function notAsker({ askedBy }: Standing, { personId }: PersonActor) {
  return askedBy === personId ? ownRequest : null
}

const ownRequest = forbidden(
  'own-request',
  'Đồng chí không tự duyệt việc mình xin. Phải có người thứ hai.',
  'Nobody decides on his own request. A second person is needed.',
)

function notAsOne({ asOne }: Standing) {
  return asOne ? deputies : null
}

const deputies = forbidden(
  'deputy-of-asker',
  'Đồng chí và người xin đang thay nhau trong một vai trò, nên không duyệt cho nhau. Hãy nhờ người khác.',
  'You and the asker stand in for each other, so neither decides for the other. Ask somebody else.',
)

function isAsker({ askedBy }: Standing, { personId }: PersonActor) {
  return askedBy === personId ? null : notYours
}

function isAskerOrDecided({ askedBy, decidedBy }: Standing, { personId }: PersonActor) {
  return askedBy === personId || decidedBy === personId ? null : notYours
}

const notYours = forbidden('not-your-request', 'Lần xin mở này là của người khác.', 'This request is somebody else’s.')

function onlyKept({ item }: Standing) {
  return item === 'kept' ? null : notSo[item]
}

function onlyWaiting({ state }: Standing) {
  return state === 'waiting' ? null : state === 'lapsed' ? lapsed : decided
}

const lapsed = conflict(
  'request-lapsed',
  'Lần xin này đã quá ngày chờ duyệt. Người xin phải xin lại.',
  'This request waited too long. The asker has to ask again.',
)
const decided = conflict(
  'already-decided',
  'Lần xin này đã có người duyệt hoặc từ chối, hoặc đã kết thúc.',
  'This request has been decided, or is over.',
)

function onlyOpen({ state }: Standing) {
  if (state === 'open') return null
  return state === 'waiting' ? notYet : state === 'refused' ? refusedOnce : state === 'lapsed' ? lapsed : over
}

const notYet = conflict('not-approved', 'Chưa có người thứ hai duyệt.', 'No second person has approved yet.')
const refusedOnce = conflict('request-refused', 'Lần xin này đã bị từ chối.', 'This request was refused.')
const over = conflict(
  'opening-over',
  'Thời gian mở đã hết hoặc đã kết thúc sớm. Cần xem nữa thì xin lại.',
  'The time of this opening has run out, or it was ended. Ask again if needed.',
)

function onlyWaitingOrOpen({ state }: Standing) {
  return state === 'waiting' || state === 'open' ? null : over
}
