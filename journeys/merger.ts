// A merger played on the trial: bodies of two communes of Đồng Nai, whose administrator makes them one.
import type { Page } from '@playwright/test'
import { openPanel, signIn } from './people.ts'
import { operatorAsks } from './operator.ts'
import { expect } from './story.ts'

export interface Merger {
  /** The farmers' union of Xã Phú Lý, which ends. */
  union: number
  /** Its reporter, with the password of the slip. */
  reporter: { username: string; password: string }
  call: string
}

const since = '2025-07-01'

/** Bodies, people, a call half answered, a number series. The sample's administrator gets Đồng Nai too. */
export async function prepareMerger(): Promise<Merger> {
  const placeOf = async (code: string) => (await operatorAsks('places.show', { code, on: '2026-06-30' })).id as number
  const body = async (organisation: string, name: string, placeId: number, parentId?: number) =>
    (await operatorAsks('bodies.create', { organisation, name, placeId, parentId, validFrom: since })).id as number
  const [province, triAn, phuLy] = [await placeOf('75'), await placeOf('26170'), await placeOf('26173')]
  const party = await body('partyCommittee', 'Thành ủy Đồng Nai', province)
  await body(
    'farmersUnion',
    'Hội Nông dân phường Trị An',
    triAn,
    await body('partyCommittee', 'Đảng ủy phường Trị An', triAn, party),
  )
  const committee = await body('partyCommittee', 'Đảng ủy xã Phú Lý', phuLy, party)
  const union = await body('farmersUnion', 'Hội Nông dân xã Phú Lý', phuLy, committee)
  const { people } = await operatorAsks('people.list', { q: 'quantri' })
  const administrator = people.find((one: { username: string }) => one.username === 'quantri')
  await operatorAsks('roles.grant', { id: administrator.id, role: 'administrator', bodyId: party, from: since })
  const name = 'Chủ tịch Hội Nông dân xã Phú Lý (giả định)'
  const reporter = await operatorAsks('people.create', { name, role: 'reporter', bodyId: union, from: since })
  const series = { kind: 'BC', symbol: 'BC/ĐU', validFrom: since, validTo: '2030-06-30', lastNumber: 41 }
  await operatorAsks('numberSeries.create', { body: committee, ...series })
  const call = 'Báo cáo nhanh tình hình nhân dân'
  await askUnion({ party, union, title: call })
  return { union, call, reporter: { username: reporter.username, password: reporter.password } }
}

async function askUnion({ party, union, title }: { party: number; union: number; title: string }): Promise<void> {
  const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  const { call } = await operatorAsks('calls.create', {
    body: party,
    kind: 'quick',
    year: Number(due.slice(0, 4)),
    dueOn: due,
  })
  const sections = [{ key: 'situation', heading: 'Tình hình', mostWords: 500, asks: 'text' }]
  const shown = await operatorAsks('calls.show', { id: call })
  const at = { id: call, expectedVersion: shown.call.version }
  const edited = await operatorAsks('calls.edit', { ...at, title, dueOn: due, sections, bodies: [union] })
  await operatorAsks('calls.issue', { id: call, expectedVersion: edited.version })
}

/** An act begun; its number names it. */
export async function beginAct(page: Page, number: string): Promise<void> {
  await page.goto('/quan-tri/dia-ban')
  await page.getByRole('link', { name: 'Bắt đầu một văn bản' }).click()
  await page.getByLabel('Số, ký hiệu').fill(number)
  await page.getByLabel('Cơ quan ban hành').fill('HĐND thành phố Đồng Nai')
  await page.getByLabel('Ngày ban hành').fill('20/05/2026')
  await page.getByLabel('Ngày hiệu lực').fill('01/07/2026')
  await page.getByRole('button', { name: 'Lưu nháp' }).click()
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
}

/** Phường Trị An and Xã Phú Lý become Phường Vĩnh Cửu: added to the draft. */
export async function addMerger(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Nhập nhiều đơn vị thành một' }).click()
  await page.getByLabel(/Phường Trị An/).check()
  await page.getByLabel(/Xã Phú Lý/).check()
  await page.getByLabel('Tên mới').fill('Vĩnh Cửu')
  await page.getByLabel('Loại mới').selectOption('Phường')
  await page.getByLabel('Mã mới').fill('26170')
  await page.getByRole('button', { name: 'Thêm vào bản nháp' }).click()
  await expect(page.getByText('Đã thêm vào bản nháp.')).toBeVisible()
}

export async function saveAct(page: Page): Promise<void> {
  await (await openPanel(page, 'Lưu văn bản này')).click()
  await expect(page.getByText('Địa bàn đổi theo văn bản này')).toBeVisible()
}

export async function arrangeBodies(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sắp xếp tổ chức' }).click()
  await page.getByRole('button', { name: 'Lưu mọi dòng' }).click()
  await expect(page.getByText('Các tổ chức đã sắp xếp theo văn bản.')).toBeVisible()
}

export async function handOver(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'Bàn giao việc còn dở' }).first().click()
  await page.getByLabel('Số biên bản').fill(number)
  await page.getByRole('button', { name: 'Bàn giao và lưu biên bản' }).click()
  await expect(page.getByRole('heading', { name: `Biên bản ${number}` })).toBeVisible()
}

/** The whole of it, once a trial, for those who only look at its pages; a second draft stays behind. */
export async function playMerger(page: Page): Promise<void> {
  if ((await operatorAsks('acts.list', {})).acts.length > 0) return
  await prepareMerger()
  await signIn(page, 'quantri')
  await beginAct(page, '15/NQ-HĐND')
  await addMerger(page)
  await saveAct(page)
  await arrangeBodies(page)
  await handOver(page, '03/BB-BG')
  await beginAct(page, '16/NQ-HĐND')
}
