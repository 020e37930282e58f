// The figures of a programme by the places of another day, as a workbook.
import { carriedFigures } from '@dong-thuan/core/programmes/boards/carried.operations.ts'
import { carriedWorkbook } from '@dong-thuan/core/programmes/boards/carried.xlsx.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { searchParams } = event.url
  const carried = await valueOf(event, carriedFigures, {
    programme: event.params.id,
    period: searchParams.get('ky') ?? undefined,
    on: searchParams.get('ngay') ?? undefined,
  })
  return new Response(new Uint8Array(await carriedWorkbook(carried)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="theo-ngay-${carried.programme.year}-${carried.on}.xlsx"`,
    },
  })
}
