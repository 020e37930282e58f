// The due time is typed in two fields and refused as one.
import { isRefused } from '#web/form.ts'

export function dueErrors(form: unknown): string[] | undefined {
  return isRefused(form) ? form.refusal.fields.dueAt : undefined
}
