// What other slices may use of the signed paper: its scans, its corrections and recall.
export { noticesOf, readNotice, type NoticeOfLine } from './notice.store.ts'
export { keptFileOut, keptScan, scanAt, scanInput, scanSchema } from './scans/scan.schema.ts'
export { keepScan, openScan } from './scans/scan.steps.ts'
export { scansOf } from './scans/scan.store.ts'
export { copyDestroyed, toldOf } from './told.store.ts'
