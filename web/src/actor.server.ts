// Who asks: the one place where a request becomes an actor. Until people can sign in, everybody is anonymous.
import type { App } from '@dong-thuan/core/app.ts'
import { anonymous, type Actor } from '@dong-thuan/core/shared/actor.ts'

export async function actorOf(_app: App, _headers: Headers): Promise<Actor> {
  return anonymous
}
