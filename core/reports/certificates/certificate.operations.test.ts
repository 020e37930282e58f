// The papers of a round: printed by who checks or awards, from what is signed; one faulty name and none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import {
  aDecision,
  app,
  done,
  formLike,
  nomineeIn,
  roundOf,
  seenBy,
  women,
} from '../../commendations/commendation.cast.ts'
import { actorOfPerson } from '../../people/sign-in.ts'
import { must } from '../../shared/result.ts'
import { certificates, decisionPaper } from './certificate.operations.ts'

const round = await roundOf((await formLike()).id)
const as = (name: string) => actorOfPerson(app, name)
const textOf = async ({ content }: { content: Uint8Array }) => {
  const pages = (await extractText(await getDocumentProxy(new Uint8Array(content)))).text as string[]
  return pages.map((page) => page.replaceAll(/\s+/g, ' ').normalize('NFC'))
}

async function decided(number: string, ...names: string[]): Promise<number> {
  const ids = []
  for (const name of names) ids.push(await nomineeIn('submitted', { round, nominator: women, name }))
  const nominees = await Promise.all(ids.map((id) => seenBy('phuoc', id)))
  return (await done('phuoc', 'decide', { round, ...aDecision(number), nominees })).decision
}

test('a draft of the decision before it is signed, the decision with its annex after; certificates only then', async () => {
  await nomineeIn('submitted', { round, nominator: women, name: 'Người Chờ Ký' })
  const draft = must(await decisionPaper.ask(app, await as('khanh'), { round, format: 'pdf' }))
  const unsigned = (await textOf(draft)).join(' ')
  for (const said of ['Người Chờ Ký', 'Căn cứ', 'đề nghị của Khối dân vận phường Tân Triều'])
    assert.ok(unsigned.includes(said), said)
  const decision = await decided('71/QĐ-UBND', 'Trần Giả Định', 'Lê Thí Dụ')
  const paper = (
    await textOf(must(await decisionPaper.ask(app, await as('vinh'), { round, decision, format: 'pdf' })))
  ).join(' ')
  for (const said of ['71/QĐ-UBND', '2 cá nhân', 'Trần Giả Định', 'Lê Thí Dụ']) assert.ok(paper.includes(said), said)
  assert.ok(!paper.includes('Người Chờ Ký'))
  const pages = await textOf(must(await certificates.ask(app, await as('dung'), { round, decision })))
  assert.equal(pages.length, 2)
  assert.ok(pages.some((page) => page.includes('Lê Thí Dụ') && page.includes('71/QĐ-UBND')))
})

test('not by who proposes, nor by others, nor a decision of another round; a faulty name is named, none is printed; put right, all are', async () => {
  const decision = await decided('72/QĐ-UBND', 'Võ Tên Đúng', 'Tổ Kể Sai')
  // As one from before names were looked at.
  await sql`update nominee set name = 'Tổ 漢字' where name = 'Tổ Kể Sai'`.execute(app.db)
  const code = async (name: string, input: object) => {
    const result = await certificates.ask(app, await as(name), input)
    return result.ok ? 'ok' : result.refusal.code
  }
  assert.equal(await code('hoa', { round, decision }), 'role-needed')
  assert.equal(await code('binh', { round, decision }), 'not-your-round')
  assert.equal(await code('khanh', { round: await roundOf((await formLike()).id), decision }), 'no-such-decision')
  const result = await certificates.ask(app, await as('khanh'), { round, decision })
  assert.ok(!result.ok && result.refusal.kind === 'invalid')
  assert.deepEqual(
    result.refusal.problems.map(({ sentence }) => /Tổ 漢字/.test(sentence.vi)),
    [true],
  )
  const [{ id } = { id: 0 }] = (await done('khanh', 'round', { id: round })).nominees.filter(
    ({ name }: { name: string }) => name === 'Tổ 漢字',
  )
  const right = { name: 'Tổ Kể Đúng', post: 'Tổ trưởng', unit: 'Tổ dân phố 3', same: true }
  const by = { document: '75/QĐ-UBND', on: '2026-07-06', why: 'Quyết định ghi tên không in được.' }
  await done('vinh', 'correctName', { ...(await seenBy('vinh', id)), ...right, ...by })
  const pages = await textOf(must(await certificates.ask(app, await as('khanh'), { round, decision })))
  assert.ok(pages.some((page) => page.includes('Tổ Kể Đúng')))
  // The signed list stays as it was signed.
  const list = (
    await textOf(must(await decisionPaper.ask(app, await as('vinh'), { round, decision, format: 'pdf' })))
  ).join(' ')
  assert.match(list, /đính chính theo 75\/QĐ-UBND ngày 06\/07\/2026: Tổ Kể Đúng/)
})
