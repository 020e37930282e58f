// The cases a figure counts, by their numbers.
import { listTable } from '@dong-thuan/core/cases/tables/table.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedTable, tableAddress } from '../asked.ts'

export const load = async (event) => {
  const { body, reach, period } = askedTable(event.url)
  const page = Number(event.url.searchParams.get('trang') ?? 1) || 1
  const figure = event.url.searchParams.get('so')
  const found = await valueOf(event, listTable, { body, reach, period, figure, page })
  return { ...found, page, address: tableAddress({ body: body!, reach, period: period! }), reach }
}
