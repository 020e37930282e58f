// The account of one's office: tied to one's own, or not.
import { faultOf } from '@dong-thuan/core/people/provider/provider.ts'
import * as identities from '@dong-thuan/core/people/provider/provider.operations.ts'
import { stepKeyOf } from '@dong-thuan/core/people/sign-in.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { locals, request, url } = event
  const key = stepKeyOf(locals.app, 'identity', request.headers)
  return {
    ...(await valueOf(event, identities.show, { key: key.slice(0, 100) })),
    key,
    fault: faultOf(url.searchParams.get('loi'), locals.language),
  }
}

export const actions = {
  link: (event) => act(event, identities.link),
  unlink: (event) => act(event, identities.unlink),
}
