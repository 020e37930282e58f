// The rounds of the person, those that wait for him first.
import { list } from '@dong-thuan/core/commendations/round.read.operations.ts'
import { valueOf } from '#web/act.ts'
import { oneWord } from '#web/asked.ts'

export const load = async (event) => {
  const { rounds } = await valueOf(event, list, {})
  const waiting = rounds.filter(({ waits }) => waits > 0)
  const box = oneWord(['waits', 'all'], event.url.searchParams.get('muc')) ?? (waiting.length > 0 ? 'waits' : 'all')
  const { actor } = event.locals
  const opens = actor.kind === 'person' && actor.roles.some(({ role }) => role === 'officer' || role === 'head')
  return {
    rounds: box === 'waits' ? waiting : rounds,
    counts: { waits: waiting.length, all: rounds.length },
    box,
    opens,
  }
}
