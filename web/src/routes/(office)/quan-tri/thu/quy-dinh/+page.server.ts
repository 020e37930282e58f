// The rules of reminding, for the whole platform.
import { change, show } from '@dong-thuan/core/deadlines/policy.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => ({ policy: await valueOf(event, show) })

export const actions = { default: (event) => act(event, change) }
