// A phone was lost: an administrator takes the second step and the passkeys away; the person is told.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { ok } from '../../shared/result.ts'
import { deletePasskeys } from '../passkeys/passkey.store.ts'
import { expectedVersion, saved } from '../person.outputs.ts'
import { openForChange } from '../person.steps.ts'
import { endSessions } from '../person.write.store.ts'
import { forgetSteps } from '../sign-in.step.store.ts'
import { deleteSecondStep } from './second-step.store.ts'
import { endAllTrusted } from './trusted.store.ts'

export const resetSecondStep = writing({
  name: 'people.resetSecondStep',
  summary: 'Gỡ bước hai, khoá đăng nhập và các máy được tin của một người đã mất điện thoại; mọi phiên chấm dứt',
  http: { method: 'POST', path: '/people/{id}/second-step/reset' },
  who: { roles: ['administrator'] },
  input: z.object({ id: idOf('person'), expectedVersion }),
  output: saved,
  async run(context, input) {
    const opened = await openForChange(context, 'resetSecondStep', input)
    if (!opened.ok) return opened
    const { db } = context
    const { id, version } = opened.value
    await deleteSecondStep(db, id)
    const passkeys = await deletePasskeys(db, id)
    await endAllTrusted(db, id)
    await endSessions(db, id, null)
    await forgetSteps(db, id)
    await context.record({ noun: 'person', id, move: 'resetSecondStep', changes: { passkeys } })
    return ok({ id, version })
  },
})
