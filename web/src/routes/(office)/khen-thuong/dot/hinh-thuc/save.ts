// The form of a form of commendation: saved, then shown.
import { saveForm } from '@dong-thuan/core/commendations/form.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act } from '#web/act.ts'

export const formActions = {
  default: (event: RequestEvent) =>
    act(event, saveForm, { next: ({ id }) => `/khen-thuong/dot/hinh-thuc/${id}?da-luu=1` }),
}
