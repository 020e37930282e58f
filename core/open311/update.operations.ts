// Another system, or the sender with his receipt, adds something to a request: told like any word of the sender, once.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { attachedSchema, originalsOf } from '../cases/attached.ts'
import { addWords } from '../cases/more-words.ts'
import { beginAsSender } from '../cases/sender.open.ts'
import { lockToTell } from '../cases/sender.told.ts'
import { largestNumber, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import type { Submission } from '../cases/submission.ts'
import { invalid, notFound, ok, problem, type Result } from '../shared/result.ts'
import { jurisdictionOf } from './jurisdiction.ts'
import { hashOfKey } from './key.operations.ts'
import { keyByHash, noteUse } from './key.store.ts'
import { whyNotSoFast } from './pace.ts'
import { insertUpdate, ownRequests } from './request.store.ts'
import { noKey } from './send.operations.ts'
import { readTime } from './time.ts'

const line = (most: number) => z.string().trim().max(most, `Tối đa ${most} ký tự.`).default('')

const input = z.object({
  api_key: z.string().max(200).default(''),
  jurisdiction_id: z.string().max(200).default(''),
  service_request_id: z.string().trim().max(40).default(''),
  update_id: line(200).meta({ description: 'số của hệ thống gửi; gửi lại cùng số là một lần' }),
  status: line(40),
  updated_datetime: line(60),
  description: z.string().max(4000, 'Tối đa 4000 ký tự.').default(''),
  media_url: z.array(z.string().trim().max(2000)).max(20).default([]),
  token: line(40).meta({ description: 'mã tra cứu, khi không có khoá của hệ thống' }),
  secret: line(60).meta({ description: 'khoá tra cứu của người gửi, đi cùng token' }),
  files: attachedSchema,
})
type Input = z.output<typeof input>

export const tellMore = writing({
  name: 'geoReport.tell',
  summary:
    'Open311: hệ thống đã gửi một việc, hoặc người gửi bằng mã và khoá trên biên nhận, nói thêm về việc đó; gửi lại cùng update_id là một lần',
  http: { method: 'POST', path: '/open311/requests/updates' },
  who: 'anyone',
  input,
  output: z.object({ update_id: z.string(), service_request_id: z.string() }),
  async run(context, input) {
    const jurisdiction = await jurisdictionOf(context, input.jurisdiction_id)
    if (!jurisdiction.ok) return jurisdiction
    const begun =
      input.api_key === '' && input.token !== '' ? await bySender(context, input) : await byKey(context, input)
    if (!begun.ok) return begun
    const { id, submission, keyId } = begun.value
    const update_id = input.update_id || randomBytes(9).toString('base64url')
    const answer = ok({ update_id, service_request_id: String(id) })
    if (submission === null) return answer
    const faults = faultsOf(input)
    if (faults.length > 0) return invalid(faults)
    const added = await addWords(context, submission, { text: wordsOf(input), ...(await originalsOf(input.files)) })
    if (!added.ok) return added
    if (keyId !== null) await noteUse(context.db, keyId, context.now)
    return answer
  },
})

interface Begun {
  id: Id<'submission'>
  /** null: this very update was told before. */
  submission: Submission | null
  keyId: Id<'open311_key'> | null
}

async function bySender(context: WriteContext, { token, secret, service_request_id }: Input): Promise<Result<Begun>> {
  const opened = await beginAsSender(context, { code: token, secret }, 'tell')
  if (!opened.ok) return opened
  const other = service_request_id !== '' && service_request_id !== String(opened.value.id)
  return other ? noSuchRequest : ok({ id: opened.value.id, submission: opened.value, keyId: null })
}

async function byKey(context: WriteContext, input: Input): Promise<Result<Begun>> {
  const { api_key, service_request_id, update_id } = input
  const { db, now } = context
  const key = api_key === '' ? undefined : await keyByHash(db, hashOfKey(api_key))
  if (!key) return noKey
  const tooFast = whyNotSoFast(key, now)
  if (tooFast) return tooFast
  const id = /^\d{1,10}$/.test(service_request_id) ? Number(service_request_id) : 0
  if (id < 1 || id > largestNumber) return noSuchRequest
  const [own] = await ownRequests(db, [id as Id<'submission'>], key.id)
  if (!own) return noSuchRequest
  // Claimed before anything is told, so that the same one sent twice at once is told once.
  const at = { keyId: key.id, id: own.id, updateId: update_id, now }
  if (update_id !== '' && !(await insertUpdate(db, at))) return ok({ id: own.id, submission: null, keyId: key.id })
  const submission = await lockToTell(context, own.id)
  return submission.ok ? ok({ id: own.id, submission: submission.value, keyId: key.id }) : submission
}

function faultsOf({ description, updated_datetime, status }: Input) {
  return [
    ...(description.trim() === '' ? [descriptionNeeded] : []),
    ...(updated_datetime !== '' && readTime(updated_datetime) === null ? [badTime] : []),
    ...(status !== '' && !/^(open|closed)$/i.test(status) ? [badStatus] : []),
  ]
}

/** What the other system says of its own state stands below the words: here the desk says when it is done. */
function wordsOf({ description, status, media_url }: Input): string {
  const lines = [
    description.trim(),
    ...(status.toLowerCase() === 'closed' ? ['Hệ thống gửi ghi: đã xong (closed).'] : []),
    ...media_url.filter(Boolean).map((url) => `Ảnh, tệp để ở nơi khác: ${url}`),
  ]
  return lines.join('\n')
}

const noSuchRequest = notFound(
  'no-such-request',
  'Không có việc nào mang service_request_id này đã gửi bằng khoá này.',
  'No request with this service_request_id was sent with this key.',
)
const descriptionNeeded = problem('description', 'missing', 'Thiếu description.', 'The description is missing.')
const badTime = problem(
  'updated_datetime',
  'invalid',
  'updated_datetime viết như 2026-07-06T09:00:00+07:00.',
  'Write updated_datetime as 2026-07-06T09:00:00+07:00.',
)
const badStatus = problem('status', 'invalid', 'status là open hoặc closed.', 'A status is open or closed.')
