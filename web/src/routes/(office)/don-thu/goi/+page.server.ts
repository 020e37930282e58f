// Whom the desk calls today.
import { called, calls } from '@dong-thuan/core/cases/told/call.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, calls, {})

export const actions = { default: (event) => act(event, called, { next: () => '/don-thu/goi' }) }
