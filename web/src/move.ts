// The moves of one thing on its page: its id comes from the address, and what was done shows the page again.
import type { RequestEvent } from '@sveltejs/kit'
import { act } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'

/** `param`: the part of the address that names the thing. `files`: the form brings some. */
export const moveOf = (param: string) => (operation: Askable, files?: 'files') => (event: RequestEvent) =>
  act(event, operation, {
    ...(files && { prepare: filesAsText, secret: fileFields }),
    input: (read) => ({ ...read, id: (event.params as Record<string, string>)[param] }),
    next: () => `${event.url.pathname}?da-luu=1`,
  })
