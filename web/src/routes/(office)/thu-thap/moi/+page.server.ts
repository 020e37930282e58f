// A collection begins with the file somebody sent.
import { createCollection } from '@dong-thuan/core/collections/collection.operations.ts'
import { listIssuers } from '@dong-thuan/core/programmes/programme.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { dueFrom } from '#web/collect.ts'
import { fileAsText } from '#web/file-out.ts'

export const load = async (event) => ({ bodies: (await valueOf(event, listIssuers, {})).bodies })

export const actions = {
  default: (event) =>
    act(event, createCollection, {
      prepare: fileAsText,
      secret: ['file', 'fileName'],
      input: (read) => ({ ...read, dueAt: dueFrom(read) }),
      next: ({ collection }) => `/thu-thap/${collection}/danh-dau`,
    }),
}
