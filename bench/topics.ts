// Topics of 1,000 news texts after learning from 3,000, with their accents and without, beside two plain baselines.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { checkout } from '../core/config.ts'
import { train, type Known, type Model } from '../core/topics/model.ts'
import { pack, unpack } from '../core/topics/pack.ts'
import { bare } from '../core/topics/sentences.cast.ts'
import { suggest } from '../core/topics/suggest.ts'
import { printTable } from './measure.ts'

const folder = join(checkout, '..', 'shared', 'data', 'vi-news-topics')

export async function benchTopics(): Promise<void> {
  if (!existsSync(join(folder, 'train.jsonl.gz'))) {
    console.log(`Không có tập tin báo để đo gợi ý chủ đề: cần vi-news-topics ở ${folder}. Bỏ qua.`)
    return
  }
  const [learnt, asked] = [read('train'), read('test')]
  const ways = [
    { name: 'nhóm đông nhất', begin: majority },
    { name: 'Bayes trên từng tiếng', begin: plainBayes },
    { name: 'gợi ý của nền tảng', begin: ours },
  ]
  const measured = ways.map((way) => measure(way, learnt, asked))
  printTable(
    `Chủ đề của ${asked.length} bài báo, học từ ${learnt.length} bài (mục tiêu: có dấu ≥ 88 %, bỏ hết dấu ≥ 85 %, học ≤ 60 s, 1 ms một bài)`,
    ['cách', 'đúng, có dấu', 'đúng, bỏ hết dấu', 'học', 'mỗi bài'],
    measured.map(({ name, accented, plain, learning, each }) => [
      ...[name, percent(accented.right), percent(plain.right)],
      ...[`${(learning / 1000).toFixed(1)} s`, `${each.toFixed(2)} ms`],
    ]),
  )
  printConfusion(asked, measured.at(-1)!.accented.said)
}

const read = (part: 'train' | 'test'): Known[] =>
  gunzipSync(readFileSync(join(folder, `${part}.jsonl.gz`)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { topic: string; title: string; text: string })
    .map(({ topic, title, text }) => ({ topic, text: `${title}\n${text}` }))

interface Way {
  name: string
  /** Learns, and answers how a text is asked about. */
  begin(texts: readonly Known[]): (text: string) => string
}

function measure({ name, begin }: Way, learnt: readonly Known[], asked: readonly Known[]) {
  const started = performance.now()
  const topicOf = begin(learnt)
  const learning = performance.now() - started
  const judge = (texts: readonly string[]) => {
    const begun = performance.now()
    const said = texts.map(topicOf)
    const took = performance.now() - begun
    return { said, took, right: said.filter((topic, i) => topic === asked[i]!.topic).length / asked.length }
  }
  const texts = asked.map(({ text }) => text)
  const [accented, plain] = [judge(texts), judge(texts.map(bare))]
  return { name, accented, plain, learning, each: (accented.took + plain.took) / 2 / asked.length }
}

function ours(texts: readonly Known[]) {
  const packed = pack(train(texts)!)
  const model: Model = unpack(packed)!
  const { accented, plain } = model
  console.log(
    `\nMô hình: ${(packed.length / 1e6).toFixed(1)} MB, ${accented!.steps.length + plain.steps.length} hệ số.`,
  )
  console.log(`Tự kiểm khi học: có dấu ${percent(accented!.right)}, không dấu ${percent(plain.right)}.`)
  return (text: string) => suggest(model, text)?.[0]?.topic ?? '(chưa đủ dữ liệu)'
}

const counted = <T>(all: Iterable<T>) => {
  const counts = new Map<T, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

function majority(texts: readonly Known[]) {
  const [first] = [...counted(texts.map(({ topic }) => topic))].sort(([, a], [, b]) => b - a)
  return () => first![0]
}

/** As in any textbook: words between blanks, multinomial, add one. */
function plainBayes(texts: readonly Known[]) {
  const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? []
  const topics = [...counted(texts.map(({ topic }) => topic)).keys()]
  const counts = topics.map((topic) => counted(texts.flatMap((one) => (one.topic === topic ? wordsOf(one.text) : []))))
  const known = new Set(counts.flatMap((each) => [...each.keys()])).size
  const sizes = counts.map((each) => [...each.values()].reduce((sum, count) => sum + count, 0) + known)
  return (text: string) => {
    const words = wordsOf(text)
    const values = counts.map((each, topic) =>
      words.reduce((sum, word) => sum + Math.log(((each.get(word) ?? 0) + 1) / sizes[topic]!), 0),
    )
    return topics[values.indexOf(Math.max(...values))]!
  }
}

function printConfusion(asked: readonly Known[], said: readonly string[]): void {
  const topics = [...new Set(asked.map(({ topic }) => topic))].sort()
  const pairs = counted(asked.map(({ topic }, i) => `${topic} ${said[i]}`))
  const rows = topics.map((topic) => [topic, ...topics.map((other) => String(pairs.get(`${topic} ${other}`) ?? '·'))])
  printTable('Hàng: chủ đề thật; cột: chủ đề gợi ý (có dấu)', ['', ...topics.map((topic) => topic.slice(0, 8))], rows)
}

const percent = (share: number) => `${(share * 100).toFixed(1).replace('.', ',')} %`
