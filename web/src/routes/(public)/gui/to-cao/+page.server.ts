// How a denunciation is made: nothing is taken here. The desks where it can be handed in.
import { desks } from '@dong-thuan/core/cases/submit.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => ({ desks: (await valueOf(event, desks, {})).desks })
