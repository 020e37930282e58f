// A register as the store answers it, the newest number first: cancelled, replaced and corrected lines in turn.
import type { RegisterLine } from '../../documents/register.read.ts'
import type { Id } from '../../shared/id.ts'

export function bookOf(count: number): RegisterLine[] {
  return Array.from({ length: count }, (_, at) => lineOf(at + 1)).toReversed()
}

function lineOf(number: number): RegisterLine {
  const full = (of: number) => `${String(of).padStart(2, '0')}-BC/HU`
  const turn = number % 3
  return {
    ...{ id: number as Id<'register_line'>, seriesId: 1 as Id<'number_series'>, bodyId: 1 as Id<'body'>, kind: 'BC' },
    ...{ number, fullNumber: full(number), dated: '2023-12-28', summary: 'Tổng kết công tác dân vận năm 2023' },
    ...{ recipients: 'Thường trực Tỉnh ủy\nBan Dân vận Tỉnh ủy', signedBy: 'Phó Bí thư', ofNoun: null, copies: 12 },
    ...{ keptBy: 'Văn phòng', reportId: null, takenBy: null, takenAt: new Date(0), scanned: turn === 0 },
    ...{ cancelledBy: null, cancelledAt: turn === 1 ? new Date(0) : null },
    cancelReason: turn === 1 ? 'soạn nhầm tên loại' : null,
    replaces: turn === 0 ? full(number - 1) : null,
    replacedBy: turn === 2 ? full(number + 1) : null,
    notices: turn === 2 ? [{ kind: 'correction', number: '01-CV/HU', dated: '2024-01-08' }] : [],
  }
}
