// The year before stands beside the sample year like for like: the same bodies reported, so a trend means something.
import assert from 'node:assert/strict'
import test from 'node:test'
import { showBoard } from '../programmes/boards/board.operations.ts'
import { explainFigure } from '../programmes/boards/explain.operations.ts'
import { operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { programme42 } from '../testing/sample.ts'

const app = await openTestApp('sample')
const programme = await programme42(app)
const boardOf = async (period: string) => must(await showBoard.ask(app, operator, { programme, period }))

test('chỉ tiêu 1 đến 4: năm 2022 và năm 2023 là số của cùng những đơn vị', async () => {
  const [before, now] = [await boardOf('2022'), await boardOf('2023')]
  for (const no of [1, 2, 3, 4]) {
    const bodiesOf = async ({ targets }: typeof now) => {
      const { figure } = targets.find((target) => target.no === no)!
      const { inputs } = must(await explainFigure.ask(app, operator, { figure }))
      return [...new Set(inputs.map((input) => input.body.name))].sort()
    }
    assert.deepEqual(await bodiesOf(before), await bodiesOf(now), `chỉ tiêu ${no}`)
  }
})

test('các năm trên bảng, từng chỉ tiêu', async () => {
  const { targets } = await boardOf('2023')
  const trend = (no: number) => targets.find((target) => target.no === no)!.trend.map((point) => point.value)
  assert.deepEqual(
    [trend(2), trend(3), trend(4)],
    [
      ['79.8', '80.0'],
      ['47.5', '47.6'],
      ['92.4', '89.0'],
    ],
  )
  assert.equal(trend(1)[0], '84.1')
})
