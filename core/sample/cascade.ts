// A target of 42-CTr/HU given down to the communes, one left out with its reason; Mã Đà takes its share up. Illustrative.
import { giveDown } from '../programmes/cascade/cascade.operations.ts'
import { showCascade } from '../programmes/cascade/cascade.show.operations.ts'
import { recordGap } from '../programmes/cascade/gap.operations.ts'
import { listGiven, takeUp } from '../programmes/cascade/given.operations.ts'
import { create, issue } from '../programmes/programme.operations.ts'
import { ask } from './steps.ts'
import type { Scene } from './year.ts'

/** Tập hợp quần chúng: nobody below the district's level. */
const no = 1
const [leftOut, taking] = ['Xã Hiếu Liêm', 'Xã Mã Đà']

export async function playCascade(scene: Scene): Promise<void> {
  const { stage, forms, as } = scene
  const at = { programme: forms.programme, no }
  stage.on('2023-03-14', '09:30')
  const officer = as('chuyenvien')
  const { units, target } = await ask(stage, showCascade, { as: officer, ...at })
  await ask(stage, giveDown, {
    ...{ as: officer, ...at, expectedVersion: 0, rule: 'minimum', organisation: 'partyCommittee' },
    units: units
      .filter(({ placeName }) => placeName !== leftOut)
      .map(({ bodyId }) => ({ body: bodyId, threshold: target.threshold })),
  })
  const { given } = await ask(stage, showCascade, { as: officer, ...at })
  await ask(stage, recordGap, {
    ...{ as: officer, ...at, side: 'given', seen: given!.numbers },
    reason:
      'Minh hoạ: xã Hiếu Liêm đang rà soát lại người trong diện sau khi di dời dân, huyện giao bổ sung khi có số.',
  })
  await takeUpInCommune(scene, units.find(({ placeName }) => placeName === taking)!.bodyId)
}

async function takeUpInCommune({ stage, calendar, as }: Scene, body: number): Promise<void> {
  stage.on('2023-03-20', '14:00')
  const bloc = as('khoi.mada')
  const title = 'Chương trình công tác dân vận năm 2023 của Đảng ủy xã Mã Đà'
  const head = { body, year: 2023, title, calendar, illustrative: true }
  const { programme } = await ask(stage, create, { as: bloc, ...head })
  const { given } = await ask(stage, listGiven, { as: bloc, programme })
  const upper = given[0]!.upperId
  const { version } = await ask(stage, takeUp, { as: bloc, programme, expectedVersion: 1, upper })
  await ask(stage, issue, { programme, expectedVersion: version })
}
