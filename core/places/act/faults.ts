// What can be wrong with a line of an act, each as a sentence that names the thing and says what to do.
import { type PlaceVersion } from '../place.ts'
import { shownDay, type Day } from '../../shared/day.ts'
import type { ChangeLine } from './change.ts'
import type { Fault } from './plan.ts'

/** A line whose old place is known. */
export interface Told {
  line: ChangeLine
  old: PlaceVersion
}

export type Say = (line: ChangeLine, column: Fault['column'], said: Said) => void

type Said = readonly [code: string, vi: string, en: string]
const named = ({ fullName, code }: PlaceVersion) => `${fullName} (${code ?? ''})`

export const noSuchPlace = (code: string, day: Day): Said => [
  'no-such-place',
  `hôm trước ngày ${shownDay(day)} không có đơn vị mang mã ${code}. Kiểm tra lại mã hoặc ngày hiệu lực.`,
  `no place bears the code ${code} the day before ${day}.`,
]

export const unchangeable: Said = [
  'unchangeable',
  'cả nước không phải đơn vị hành chính, không sáp nhập hay đổi tên ở đây.',
  'the country is no administrative unit.',
]

export const twice = (code: string, line: number): Said => [
  'twice',
  `mã ${code} đã có ở dòng ${line}. Mỗi đơn vị chỉ một dòng, trừ khi chia cho nhiều nơi; gộp tên, loại, cấp trên mới vào một dòng.`,
  `the code ${code} stands in line ${line} already: one line a place, unless it is divided.`,
]

export const sameTarget = (line: number): Said => [
  'same-successor',
  `đơn vị này đã được chia cho nơi đó ở dòng ${line}.`,
  `this place is already divided to it in line ${line}.`,
]

export const sameDay = (place: PlaceVersion): Said => [
  'touched-the-same-day',
  `${named(place)} đã thay đổi đúng ngày đó theo ${place.act ?? 'một văn bản khác'}. Hai văn bản không cùng đổi một đơn vị trong một ngày: gộp vào một, hoặc xem lại ngày.`,
  `${named(place)} has changed on that very day by ${place.act ?? 'another act'}.`,
]

export const notAfterNewest = (place: PlaceVersion): Said => [
  'not-after-the-newest',
  `${named(place)} còn một thay đổi từ ngày ${shownDay(place.validFrom!)}. Ngày hiệu lực phải sau ngày đó.`,
  `${named(place)} has a later version from ${place.validFrom}; the day must come after it.`,
]

export const endsAnyway = (place: PlaceVersion): Said => [
  'ends-already',
  `${named(place)} đã được ghi là hết hiệu lực sau ngày ${shownDay(place.validTo!)}; không đổi thêm được.`,
  `${named(place)} already ends on ${place.validTo}.`,
]

export const nothingNew: Said = [
  'nothing-new',
  'chưa nêu điều gì mới: hãy ghi tên, loại, mã hoặc cấp trên mới.',
  'nothing changes: give the new name, type, code or parent.',
]

export const missing = {
  name: ['no-name', 'chưa ghi tên mới.', 'the new name is missing.'],
  type: ['no-type', 'chưa ghi loại mới (xã, phường …).', 'the new type is missing.'],
  code: ['no-code', 'chưa ghi mã của đơn vị mới.', 'the code of the successor is missing.'],
  parent: [
    'no-parent',
    'đơn vị này sẽ không có cấp trên từ ngày hiệu lực. Hãy ghi mã đơn vị cấp trên.',
    'the place would have no parent from that day: give the code of one.',
  ],
} as const satisfies Record<string, Said>

export const otherSuccessorData = (line: number, column: 'name' | 'type' | 'parent'): Said => [
  'not-the-same',
  `${{ name: 'tên', type: 'loại', parent: 'cấp trên' }[column]} của đơn vị mới khác với dòng ${line}, dù cùng mã.`,
  `the ${column} differs from that in line ${line}, although the code is the same.`,
]

export const noSuchParent = (code: string, day: Day): Said => [
  'no-such-parent',
  `đơn vị cấp trên mang mã ${code} không có hiệu lực vào ngày ${shownDay(day)}.`,
  `no place with the code ${code} is in force on ${day} to be the parent.`,
]

export const circular = (code: string): Said => [
  'circular',
  `mã ${code} không làm cấp trên được: đơn vị không thể thuộc chính nó hay thuộc đơn vị cùng cấp, cấp dưới.`,
  `${code} cannot be the parent: a place lies under one of a higher level, never under itself.`,
]

export const codeTaken = (holder: PlaceVersion, day: Day): Said => [
  'code-taken',
  `mã ${holder.code} là của ${holder.fullName} vào ngày ${shownDay(holder.validFrom && holder.validFrom > day ? holder.validFrom : day)}. Nếu đơn vị đó cũng thay đổi thì thêm một dòng cho nó; nếu không, hãy dùng mã khác.`,
  `the code ${holder.code} belongs to ${holder.fullName} on that day. Add a line for it, or use another code.`,
]

export const codeTwice = (code: string, line: number): Said => [
  'code-twice',
  `mã ${code} được dùng cho hai đơn vị trong cùng một ngày (xem dòng ${line}).`,
  `the code ${code} would be borne by two places on one day (see line ${line}).`,
]

export const badCode = (code: string): Said => [
  'bad-code',
  `mã “${code}” viết chưa đúng: cấp tỉnh 2 chữ số, cấp huyện 3, cấp xã 5.`,
  `“${code}” is no code: two digits for a province, three for a district, five for a commune.`,
]

export const alone: Said = [
  'merges-alone',
  'chỉ có một đơn vị nhập vào mã này. Nhập cần ít nhất hai đơn vị; nếu chỉ đổi tên hay loại, hãy dùng “đổi tên”, “đổi loại”.',
  'only one place goes into this code: a merger needs two; use rename or retype.',
]

export const splitAlone: Said = [
  'splits-alone',
  'chia cần ít nhất hai nơi nhận. Nếu cả đơn vị về một nơi, hãy dùng “nhập”.',
  'a division needs two successors: use merge when all goes to one.',
]

export const notForThis = (column: 'share' | 'successor'): Said =>
  column === 'share'
    ? ['share-not-here', 'tỉ lệ chỉ ghi ở dòng “chia”.', 'only a split has a share.']
    : ['no-successor-here', 'giải thể không có đơn vị mới; để trống các ô đó.', 'a dissolved place has no successor.']

export const badShare: Said = [
  'bad-share',
  'tỉ lệ phải lớn hơn 0 và không quá 1, viết như 0,35 hoặc 35%.',
  'a share is over 0 and at most 1, as 0.35.',
]

export const sharesOver = (total: string): Said => [
  'shares-over-one',
  `các tỉ lệ của đơn vị này cộng lại là ${total.replace('.', ',')}, quá 1.`,
  `the shares of this place add up to ${total}, more than 1.`,
]

export const sharesUnder = (total: string): Said => [
  'shares-under-one',
  `đã ghi đủ tỉ lệ cho mọi nơi nhận nhưng cộng lại chỉ ${total.replace('.', ',')}. Phải bằng 1; chưa biết thì để trống.`,
  `every share is given, yet they add up to ${total}. They must make 1; leave unknown ones blank.`,
]

export const childrenLeft = (place: PlaceVersion, names: readonly string[], count: number): Said => [
  'children-left',
  `${named(place)} không còn mà bên dưới vẫn còn ${count} đơn vị: ${names.join(', ')}${count > names.length ? ' …' : ''}. Thêm dòng “đổi cấp trên” cho từng đơn vị.`,
  `${count} places would be left under ${named(place)}: ${names.join(', ')}. Add a line to move each.`,
]

export const outOfReach = (place: string): Said => [
  'not-your-places',
  `${place} ở ngoài địa bàn đồng chí quản trị.`,
  `${place} is outside the places you administer.`,
]

export type { Said }
