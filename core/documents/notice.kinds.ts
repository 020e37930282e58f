// What may become of a document that went out. Pure.
export const noticeKinds = ['correction', 'recall', 'replacement'] as const
export type NoticeKind = (typeof noticeKinds)[number]
