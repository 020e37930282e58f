// The fields of a form in Word: what the platform writes into it, by the tags of its content controls. Pure.

export interface Field {
  /** As Word shows it above the control. */
  title: string
  required: boolean
  /** More than one line: its paragraph is written again for each. */
  lines?: true
  /** Its words are the officer's own and are taken over; the others are written by the platform. */
  kept?: true
}

export const fields = {
  upper: { title: 'Cơ quan cấp trên', required: false },
  issuer: { title: 'Cơ quan ban hành', required: true },
  number: { title: 'Số và ký hiệu', required: true },
  nation: { title: 'Dòng đầu bên phải', required: false, kept: true },
  motto: { title: 'Dòng tiêu ngữ', required: false, kept: true },
  place: { title: 'Nơi ban hành', required: false },
  date: { title: 'Ngày ban hành', required: true },
  kind: { title: 'Tên loại văn bản', required: true },
  summary: { title: 'Trích yếu', required: true, lines: true },
  heading: { title: 'Đề mục (chỉ để xem kiểu chữ)', required: false },
  body: { title: 'Nội dung', required: true },
  recipients: { title: 'Nơi nhận', required: true, lines: true },
  office: { title: 'Nơi lưu', required: false },
  authority: { title: 'Thẩm quyền ký', required: true },
  signerTitle: { title: 'Chức vụ người ký', required: true, lines: true },
  signer: { title: 'Tên người ký', required: true },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof fields
export const fieldNames = Object.keys(fields) as FieldName[]
export const fieldOf = (name: FieldName): Field => fields[name]

const mark = 'field:'
export const tagOfField = (name: FieldName) => `${mark}${name}`

/** Around every control: LibreOffice before 7.5 writes controls without their tags, bookmarks it keeps. */
export const bookmarkOf = (name: FieldName) => `dt_${name}`

/** null: not a bookmark of ours. */
export function namedByBookmark(bookmark: string): string | null {
  return bookmark.startsWith('dt_') ? bookmark.slice(3) : null
}

/** null: not a tag of ours. A wrong name after the mark is answered as it stands. */
export function namedByTag(tag: string): string | null {
  return tag.startsWith(mark) ? tag.slice(mark.length) : null
}

export function isField(name: string): name is FieldName {
  return Object.hasOwn(fields, name)
}
