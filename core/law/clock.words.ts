// Why a day was counted or not, in words.
import type { Sentence } from '../shared/result.ts'
import type { DayNature } from './calendar.ts'
import type { Step, Why } from './clock.ts'

const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

export function reasonOf({ why, no }: Pick<Step, 'why' | 'no'>): Sentence {
  const counted = no === null ? '' : ` ${no}`
  switch (why.kind) {
    case 'start':
      return { vi: 'ngày bắt đầu, không tính', en: 'the first day, not counted' }
    case 'counted':
      return { vi: `ngày thứ${counted}`, en: `day${counted}` }
    case 'swapped':
      return {
        vi: `làm bù (${why.name}), ngày thứ${counted}`,
        en: `worked instead (${why.name}), day${counted}`,
      }
    case 'paused':
      return { vi: 'tạm đình chỉ, không tính', en: 'suspended, not counted' }
    case 'moved':
      return {
        vi: 'ngày làm việc đầu tiên sau ngày nghỉ: hạn chuyển đến đây',
        en: 'the first working day after days off: the limit ends here',
      }
    case 'sameDate':
      return {
        vi: 'ngày cùng số của tháng cuối, thêm các ngày tạm đình chỉ',
        en: 'the same date of the last month, and the suspended days',
      }
    case 'off':
      return offOf(why.nature)
    case 'hours':
      return hoursOf(why)
  }
}

function offOf({ special, weekday }: Extract<DayNature, { works: false }>): Sentence {
  if (special) return { vi: `nghỉ: ${special.name}`, en: `off: ${special.name}` }
  return { vi: `nghỉ: ${weekdays.vi[weekday - 1]}`, en: `off: ${weekdays.en[weekday - 1]}` }
}

function hoursOf({ from, to, minutes }: Extract<Why, { kind: 'hours' }>): Sentence {
  if (minutes === 0) return { vi: 'sau giờ làm việc, không tính', en: 'after working hours, not counted' }
  const long = `${Math.floor(minutes / 60)} giờ${minutes % 60 ? ` ${minutes % 60} phút` : ''}`
  return { vi: `tính ${long}, từ ${from} đến ${to}`, en: `${minutes} minutes counted, from ${from} to ${to}` }
}
