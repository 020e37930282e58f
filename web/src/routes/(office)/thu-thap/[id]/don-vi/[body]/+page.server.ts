// The cells of one body: type, paste, upload; send, take back; accept, return.
import * as replies from '@dong-thuan/core/collections/replies/reply.operations.ts'
import { openReply } from '@dong-thuan/core/collections/replies/reply.reads.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import { fileAsText } from '#web/file-out.ts'

const placeOf = ({ params }: Pick<RequestEvent, 'params'>) => ({ collection: params.id, body: params.body })

export const load = async (event) => ({ opened: await valueOf(event, openReply, placeOf(event)) })

const step = (operation: Askable, done = '') => {
  return (event: RequestEvent) =>
    act(event, operation, {
      prepare: fileAsText,
      secret: ['file', 'fileName'],
      input: (read) => ({ ...read, ...placeOf(event) }),
      next: () => event.url.pathname + done,
    })
}

export const actions = {
  save: step(replies.saveReply, '?da-luu=1'),
  submit: step(replies.submitReply),
  upload: step(replies.uploadReply, '?da-luu=tep'),
  takeBack: step(replies.takeBackReply),
  return: step(replies.returnReply),
  accept: step(replies.acceptReply),
  reopen: step(replies.reopenReply),
}
