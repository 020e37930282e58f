// What goes in and out at the door about people: parts that several operations share.
import { z } from 'zod'
import { roles } from '../shared/actor.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'

export const expectedVersion = seenVersion(1).meta({ description: 'phiên bản đã xem khi sửa' })

const personId = idOf('person') as z.ZodType<Id<'person'>, Id<'person'>>
const bodyId = idOf('body') as z.ZodType<Id<'body'>, Id<'body'>>
const day = z.string().meta({ format: 'date' })
export const instant = z.string().meta({ format: 'date-time' })

/** After a save: the person and the version to send with the next change. */
export const saved = z.object({ id: personId, version: z.number().int() })

export const roleShown = z.object({
  id: z.number().int(),
  role: z.enum(roles),
  roleName: z.string(),
  bodyId,
  bodyName: z.string(),
  validFrom: day,
  validTo: day.nullable(),
})

export const deputyShown = z.object({
  id: z.number().int(),
  deputyId: personId,
  deputyName: z.string(),
  validFrom: day,
  validTo: day,
  reason: z.string(),
})

/** A role with those who act in it for the holder. */
export const roleWithDeputies = roleShown.extend({
  state: z.enum(['past', 'present', 'coming']),
  deputies: z.array(deputyShown),
})

const deputisingShown = z.array(
  z.object({ role: z.enum(roles), roleName: z.string(), bodyName: z.string(), absentName: z.string(), until: day }),
)

/** A person's own account. */
export const accountShown = z.object({
  id: personId,
  name: z.string(),
  username: z.string(),
  mustChangePassword: z.boolean(),
  sample: z.boolean(),
  roles: z.array(roleWithDeputies),
  deputisesFor: deputisingShown,
  colleagues: z
    .array(z.object({ id: personId, name: z.string(), bodyId }))
    .meta({ description: 'người cùng đơn vị, có thể cử thay khi vắng' }),
})

export const personShown = z
  .object({
    id: personId,
    version: z.number().int().meta({ description: 'gửi lại khi sửa, để không ghi đè người khác' }),
    name: z.string(),
    username: z.string(),
    mailAddress: z
      .string()
      .nullable()
      .meta({ description: 'để gửi thư nhắc việc; chỉ quản trị và chính người đó thấy' }),
    sample: z.boolean(),
    mustChangePassword: z.boolean(),
    disabledAt: instant.nullable(),
    createdAt: instant,
    lastSignInAt: instant.nullable(),
    roles: z.array(roleWithDeputies),
    deputisesFor: deputisingShown,
    signIn: z.object({
      secondStep: z.boolean(),
      passkeys: z.number().int().meta({ description: 'số khoá đăng nhập' }),
      identity: z.string().nullable().meta({ description: 'tên ở nơi đăng nhập của cơ quan; null: chưa gắn' }),
      invited: z
        .object({ name: z.string(), until: instant })
        .nullable()
        .meta({ description: 'đang chờ người này đến' }),
    }),
    moves: z.array(z.string()).meta({ description: 'việc người hỏi được làm với tài khoản này' }),
  })
  .meta({ id: 'Person' })

export const personListed = z.object({
  id: personId,
  name: z.string(),
  username: z.string(),
  sample: z.boolean(),
  mustChangePassword: z.boolean(),
  disabled: z.boolean(),
  roles: z.array(roleShown),
})
