// The summary table of an assessment as a workbook.
import { show } from '@dong-thuan/core/assessments/assessment.operations.ts'
import { assessmentWorkbook } from '@dong-thuan/core/assessments/assessment.xlsx.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const shown = await valueOf(event, show, { id: event.params.id })
  return new Response(new Uint8Array(await assessmentWorkbook(shown)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="cham-diem-${shown.purpose}-${shown.year}.xlsx"`,
    },
  })
}
