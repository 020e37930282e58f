// The front page: what can be done here; what was promised and what came of it; what was answered last and what comes next.
import { gallery } from '@dong-thuan/core/models/gallery.operations.ts'
import { front } from '@dong-thuan/core/portal/front.operations.ts'
import { listReports } from '@dong-thuan/core/portal/report.operations.ts'
import { showPublicBoard } from '@dong-thuan/core/programmes/boards/board.operations.ts'
import { listAll } from '@dong-thuan/core/programmes/programme.operations.ts'
import { schedule } from '@dong-thuan/core/reception/schedule.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { reports } = await valueOf(event, listReports, { state: 'answered', size: 3 })
  const { sittings } = await valueOf(event, schedule, { most: 12 })
  const { models } = await valueOf(event, gallery, { size: 3 })
  return {
    ...(await valueOf(event, front, {})),
    reports,
    sittings: sittings.filter(({ stage }) => stage === 'posted').slice(0, 3),
    cards: models,
    programmes: await newestProgrammes(event),
  }
}

/** With what they came to, where they have targets and everybody may see the board. */
async function newestProgrammes(event: RequestEvent) {
  const { programmes } = await valueOf(event, listAll, {})
  const newest = []
  for (const programme of programmes.slice(0, 5)) {
    const board =
      programme.public && programme.stage !== 'draft'
        ? await event.locals.ask(showPublicBoard, { programme: programme.id })
        : null
    const targets = board?.ok ? board.value.targets : []
    const came = board?.ok && targets.length > 0 ? { ...board.value, ...reachedOf(targets) } : null
    newest.push({
      ...programme,
      came: came && {
        reached: came.reached,
        complete: came.complete,
        of: targets.length,
        sent: came.reported,
        due: came.expected,
      },
    })
  }
  return newest
}

const reachedOf = (targets: readonly { overall: string; complete: boolean }[]) => ({
  reached: targets.filter(({ overall }) => overall === 'reached').length,
  complete: targets.every(({ complete }) => complete),
})
