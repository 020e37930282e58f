// How a person wants to be told of what is due: an address for mail, given freely, and when.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { invalid, ok, problem } from '../shared/result.ts'
import { ownId, ownIdAtPage } from './account.steps.ts'
import { mailChoices, mailOf, setMail } from './notice.store.ts'
import { expectedVersion, saved } from './person.outputs.ts'
import { openForChange } from './person.steps.ts'
import { advance } from './person.write.store.ts'

/** '' takes the address back. */
export const mailAddress = z
  .string()
  .trim()
  .max(254)
  .regex(/^$|^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$/, 'Địa chỉ thư viết chưa đúng. Ví dụ: ten@tinh.gov.vn')
  .default('')
  .meta({ description: 'địa chỉ thư; để trống: không nhận thư' })

const wanted = {
  address: z.string().nullable(),
  choice: z.enum(mailChoices).meta({ description: 'atOnce: từng thư; digest: một thư lúc 7 giờ; none: không gửi' }),
}

export const showNotices = reading({
  name: 'notices.show',
  summary: 'Địa chỉ thư của tôi và cách tôi muốn được nhắc',
  http: { method: 'GET', path: '/me/notices' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ ...wanted, sends: z.boolean().meta({ description: 'nơi này có gửi thư' }) }),
  async run({ app, db, actor }) {
    const id = ownId(actor)
    if (!id.ok) return id
    const { address, choice } = await mailOf(db, id.value)
    return ok({ address, choice, sends: app.mailer !== null })
  },
})

export const chooseNotices = writing({
  name: 'notices.choose',
  summary: 'Ghi địa chỉ thư của tôi và cách tôi muốn được nhắc',
  http: { method: 'POST', path: '/me/notices' },
  who: 'signedIn',
  input: z.object({ address: mailAddress, choice: wanted.choice }),
  output: z.object(wanted),
  async run({ db, actor, record }, { address, choice }) {
    const id = ownIdAtPage(actor)
    if (!id.ok) return id
    if (address === '' && choice !== 'none') return addressNeeded
    const kept = { address: address || null, choice }
    await advance(db, id.value, undefined)
    await setMail(db, id.value, kept)
    await record({ noun: 'person', id: id.value, move: 'chooseNotices', changes: { given: address !== '', choice } })
    return ok(kept)
  },
})

const addressNeeded = invalid([
  problem(
    'address',
    'needed',
    'Hãy ghi địa chỉ thư, hoặc chọn “Không gửi thư”.',
    'Give an address, or choose no mail.',
  ),
])

export const setAddress = writing({
  name: 'people.setMail',
  summary: 'Ghi địa chỉ thư của một người; để trống: bỏ',
  http: { method: 'POST', path: '/people/{id}/mail' },
  who: { roles: ['administrator'] },
  input: z.object({ id: idOf('person'), address: mailAddress, expectedVersion }),
  output: saved,
  async run(context, input) {
    const opened = await openForChange(context, 'setMail', input)
    if (!opened.ok) return opened
    await setMail(context.db, input.id, { address: input.address || null })
    const changes = { given: input.address !== '' }
    await context.record({ noun: 'person', id: input.id, move: 'setMail', changes })
    return ok({ id: input.id, version: opened.value.version })
  },
})
