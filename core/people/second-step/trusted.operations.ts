// The devices that are not asked for the second step: seen and ended by their owner.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { reading, writing } from '../../shared/operation.ts'
import { notFound, ok } from '../../shared/result.ts'
import { ownId, ownIdAtPage } from '../account.steps.ts'
import { deviceWords, readDevice } from '../device.ts'
import { instant } from '../person.outputs.ts'
import { endAllTrusted, endTrusted, trustedDevices } from './trusted.store.ts'

export const listTrusted = reading({
  name: 'trustedDevices.list',
  summary: 'Các máy không bị hỏi bước hai khi đăng nhập tài khoản của tôi',
  http: { method: 'GET', path: '/me/trusted-devices' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    trusted: z.array(
      z.object({
        id: z.number().int(),
        device: z.string().meta({ description: 'ví dụ “Chrome trên Windows”' }),
        browser: z.string().nullable(),
        system: z.string().nullable(),
        since: instant,
        until: instant,
      }),
    ),
  }),
  async run({ db, actor, now }) {
    const id = ownId(actor)
    if (!id.ok) return id
    const found = await trustedDevices(db, id.value, now)
    const trusted = found.map(({ id, device, createdAt, expiresAt }) => ({
      ...{ id, ...readDevice(device), device: deviceWords(readDevice(device)) },
      since: createdAt.toISOString(),
      until: expiresAt.toISOString(),
    }))
    return ok({ trusted })
  },
})

const ended = z.object({ untrusted: z.number().int() })

export const endOneTrusted = writing({
  name: 'trustedDevices.end',
  summary: 'Thôi tin một máy: lần đăng nhập sau máy đó lại bị hỏi bước hai',
  http: { method: 'DELETE', path: '/me/trusted-devices/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('trusted_device') }),
  output: ended,
  async run({ db, actor, record }, input) {
    const id = ownIdAtPage(actor)
    if (!id.ok) return id
    if (!(await endTrusted(db, id.value, input.id))) return noSuchDevice
    await record({ noun: 'person', id: id.value, move: 'endTrustedDevice' })
    return ok({ untrusted: 1 })
  },
})

export const endEveryTrusted = writing({
  name: 'trustedDevices.endAll',
  summary: 'Thôi tin mọi máy của tôi',
  http: { method: 'POST', path: '/me/trusted-devices/end-all' },
  who: 'signedIn',
  input: z.object({}),
  output: ended,
  async run({ db, actor, record }) {
    const id = ownIdAtPage(actor)
    if (!id.ok) return id
    const untrusted = await endAllTrusted(db, id.value)
    await record({ noun: 'person', id: id.value, move: 'endTrustedDevices', changes: { untrusted } })
    return ok({ untrusted })
  },
})

const noSuchDevice = notFound(
  'no-such-device',
  'Máy này không còn trong danh sách. Hãy tải lại trang.',
  'This device is no longer on the list. Load the page again.',
)
