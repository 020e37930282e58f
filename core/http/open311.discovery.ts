// Where a program learns what this server speaks: the discovery document of Open311.
import type { App } from '../app.ts'

/** When what the door speaks changed last. */
const changeset = '2026-11-30T00:00:00+07:00'

export function discoveryOf({ origin, sample }: App) {
  return {
    changeset,
    contact: `Đồng Thuận: ${origin}/api; jurisdiction_id là mã đơn vị hành chính, hoặc bỏ trống`,
    key_service: `Quản trị của nơi nhận cấp khoá; danh sách nơi nhận: ${origin}/gui`,
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${origin}/open311/v2`,
        changeset,
        type: sample ? 'test' : 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
}
