// What is wrong with a line of the register before it is written: all of it at once. Pure.
import { problem, type Problem } from '../shared/result.ts'
import { groundOf, groupArticle, representativesFor, type Handling } from './reception.ts'

export const longestWords = 20_000

interface Typed {
  door: string
  text: string
  handling: Handling
  answer: string
  ground: string
  aboutDesk: boolean
  people: number
  representatives: number
  appointedBy: string
  writtenDown: boolean
  readBack: boolean
}

export function faultsOfEntry(typed: Typed): Problem[] {
  return [...faultsOfHandling(typed), ...faultsOfGroup(typed)]
}

function faultsOfHandling({
  door,
  text,
  handling,
  answer,
  ground,
  aboutDesk,
  writtenDown,
  readBack,
}: Typed): Problem[] {
  const faults: Problem[] = []
  if (text.length < 10) faults.push(sayWhat)
  if ((handling === 'answered' || handling === 'guided') && answer.length < 10) faults.push(sayAnswer)
  if (handling === 'refused' && groundOf(ground) === null) faults.push(chooseGround)
  if ((door === 'denunciation' || aboutDesk) && handling !== 'taken') faults.push(mustBeTaken)
  if (writtenDown && !readBack) faults.push(readItBack)
  return faults
}

function faultsOfGroup({ people, representatives, appointedBy }: Typed): Problem[] {
  const most = representativesFor(people)
  const faults: Problem[] = []
  if (representatives > (most ?? people)) faults.push(tooManySpeak(people, most ?? people))
  if (most !== null && appointedBy.length < 5) faults.push(paperNeeded)
  return faults
}

const sayWhat = problem(
  'text',
  'too-short',
  'Ghi nội dung trình bày, ít nhất một câu.',
  'Write what was said, in a sentence at least.',
)
const sayAnswer = problem(
  'answer',
  'answer-needed',
  'Ghi đã trả lời, hướng dẫn gì, ít nhất một câu.',
  'Write what was answered or explained, in a sentence at least.',
)
const chooseGround = problem('ground', 'ground-needed', 'Chọn căn cứ từ chối.', 'Choose the ground of the refusal.')
const mustBeTaken = problem(
  'handling',
  'must-be-taken',
  'Tố cáo, và việc nói về chính cơ quan tiếp, không trả lời hay từ chối tại chỗ: hãy nhận thành hồ sơ để niêm phong và chuyển đúng nơi.',
  'A denunciation, or what is about this very body, is neither answered nor refused on the spot: take it in as a case.',
)
const readItBack = problem(
  'readBack',
  'read-back-needed',
  'Cán bộ ghi giúp thì phải đọc lại và người trình bày xác nhận. Đọc lại rồi đánh dấu.',
  'What an officer wrote down is read back and confirmed. Read it back, then tick.',
)
const tooManySpeak = (people: number, most: number) =>
  problem(
    'representatives',
    'too-many-representatives',
    `${people} người cùng một nội dung thì tối đa ${most} người đại diện (${groupArticle}).`,
    `For ${people} people with one content at most ${most} speak.`,
  )
const paperNeeded = problem(
  'appointedBy',
  'paper-needed',
  `Ghi văn bản cử người đại diện: ngày, mấy chữ ký (${groupArticle}).`,
  'Name the paper that appoints who speaks: its day, how many signed.',
)
