// A series of a body that ended is closed with its reason; the taker begins its own at 1. Numbers never change hands.
import { onHandOver } from '../acts/handover/registry.ts'
import { documentKinds } from './document.ts'
import { insertSeries } from './register.store.ts'
import { closeSeries, numbersTaken, seriesLeft } from './series.handover.store.ts'

const nameOf = (kind: string) => documentKinds.find(({ key }) => key === kind)?.name ?? kind

onHandOver({
  key: 'series',
  async open(db, ended) {
    return (await seriesLeft(db, ended)).map(({ id, bodyId, kind, symbol, lastNumber, validTo }) => ({
      ...{ noun: 'numberSeries', id, bodyId, dueOn: validTo },
      what: `${nameOf(kind)} ${symbol}, số cuối ${lastNumber}`,
    }))
  },
  stays: numbersTaken,
  async take(context, { lines, number, takerOf }) {
    const ended = new Map(lines.map((line) => [line.from, line]))
    const left = await seriesLeft(
      context.db,
      lines.map(({ from, on }) => ({ bodyId: from, on })),
    )
    for (const series of left) {
      const { on } = ended.get(series.bodyId)!
      await closeSeries(context.db, series, { on, reason: `Bàn giao theo biên bản ${number}` })
      const changes = { lastNumber: series.lastNumber, handOver: number }
      await context.record({ noun: 'numberSeries', id: series.id, move: 'close', changes })
      const { id: _id, ...own } = series
      const validFrom = series.validFrom > on ? series.validFrom : on
      const bodyId = takerOf(series.bodyId)
      // null: the taker has a series of that kind already, or another ended body has just brought it one.
      const id = await insertSeries(context.db, { ...own, bodyId, validFrom, lastNumber: 0 })
      if (id !== null)
        await context.record({
          noun: 'numberSeries',
          id,
          move: 'create',
          changes: { kind: own.kind, handOver: number },
        })
    }
  },
})
