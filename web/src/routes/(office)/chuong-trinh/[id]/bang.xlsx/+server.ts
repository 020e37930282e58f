// The board as a workbook.
import { showBoard } from '@dong-thuan/core/programmes/boards/board.operations.ts'
import { boardWorkbook } from '@dong-thuan/core/programmes/boards/board.xlsx.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { searchParams } = event.url
  const board = await valueOf(event, showBoard, {
    programme: event.params.id,
    place: searchParams.get('dia-ban') ?? undefined,
    period: searchParams.get('ky') ?? undefined,
  })
  return new Response(new Uint8Array(await boardWorkbook(board)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="bang-${board.programme.year}-${board.place.code ?? board.place.id}.xlsx"`,
    },
  })
}
