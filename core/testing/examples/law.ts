// Examples about limits of the law, and about what is sealed.
import { type Inputs } from './found.ts'

export const lawInputs: Inputs = {
  'deadlines.compute': { rule: 'complaint.accept', from: '2026-07-01', pause: '2026-07-02..2026-07-03', extension: 2 },
  'lawRules.list': { on: '2026-07-01' },
  'lawRules.show': { key: 'complaint.accept' },
  'lawRules.addVersion': {
    ...{ key: 'fieldReport.handle.normal', expectedNo: 1, validFrom: '2026-12-01', value: 7, unit: 'workingDays' },
    ...{ article: 'Quyết định của UBND tỉnh, Điều 5', confidence: 'read' },
  },
  'workCalendar.show': { year: 2026 },
  'workCalendar.confirm': {
    ...{ year: 2026, expectedVersion: 0, basis: 'Thông báo nghỉ lễ năm 2026' },
    days: [{ day: '2026-01-01', kind: 'holiday', name: 'Tết Dương lịch' }],
  },
}

/** Nothing of the sample is sealed: who may ask at all is told before the item is looked for. */
export const sealInputs: Inputs = {
  'sealRequests.ask': { handle: '0'.repeat(32), reason: 'Xác minh danh tính người tố cáo' },
  'sealRequests.approve': { id: 1, hours: 4, note: 'đúng việc' },
  'sealRequests.refuse': { id: 1, note: 'chưa cần' },
  'sealRequests.end': { id: 1 },
  'sealRequests.open': { id: 1 },
  'sealRequests.openOriginal': { id: 1, no: 1 },
  'sealRecord.requests': { before: 1000 },
  'sealRecord.looks': { before: 1000 },
  'sealPolicy.change': { openHours: 8, waitDays: 3, basis: 'Quy chế bảo mật', expectedVersion: 1 },
}
