// A row longer than a page, as a long comment in the table of comments: every word is on the paper.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import { layoutOf, seedOf } from '../../documents/layout.ts'
import { structure, text, type Block } from '../document.ts'
import { sampleReport } from '../word/sample.ts'
import { pdfFile } from './pdf.ts'

const layout = layoutOf(seedOf('party').values)
const words = Array.from({ length: 2500 }, (_, at) => `chữ${at}`)
const column = (label: string, width: number) => ({ label: [text(label)], width, align: 'left' as const })

test('ý kiến dài hơn một trang đi tiếp sang trang sau, không chữ nào rơi khỏi giấy', async () => {
  const table: Block = {
    ...{ kind: 'table', title: [], notes: [], columns: [column('Đơn vị', 1), column('Ý kiến', 2)] },
    rows: [
      { cells: [[text('Hội Nông dân')], [structure('name', words.join(' '))]] },
      { cells: [[text('Hội Phụ nữ')], [text('Nhất trí')]] },
    ],
  }
  const document = { ...sampleReport('party', layout), annexes: [], sections: [{ key: null, blocks: [table] }] }
  const pdf = await getDocumentProxy(new Uint8Array(await pdfFile(document, layout, {})), { verbosity: 0 })
  const found: string[] = []
  for (let no = 1; no <= pdf.numPages; no++) {
    const page = await pdf.getPage(no)
    const { height } = page.getViewport({ scale: 1 })
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || !item.str.startsWith('chữ')) continue
      assert.ok(item.transform[5] > 0 && item.transform[5] < height, `${item.str}, trang ${no}`)
      found.push(...item.str.trim().split(' '))
    }
  }
  await pdf.loadingTask.destroy()
  assert.deepEqual(found, words)
})
