// All forms of commendation, the newest version of each; whoever writes forms may go on from one.
import { formChoices, listForms } from '@dong-thuan/core/commendations/form.read.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { forms } = await valueOf(event, listForms, {})
  return {
    ...(await valueOf(event, formChoices, {})),
    forms: [...Map.groupBy(forms, ({ key }) => key).values()].map(([newest]) => newest!),
  }
}
