// What every request carries, and what an error page knows.
import type { App as CoreApp } from '@dong-thuan/core/app.ts'
import type { Actor } from '@dong-thuan/core/shared/actor.ts'
import type { Ask } from '#web/ask.ts'
import type { Look } from '#web/look.ts'
import type { Language } from '#words'

declare global {
  namespace App {
    interface Locals {
      app: CoreApp
      /** Who asks; decided once a request. */
      actor: Actor
      language: Language
      /** Colours, contrast and size of the text this person chose. */
      look: Look
      /** Asks an operation in the name of this actor. */
      ask: Ask
    }
    interface Error {
      /** The number to give when asking for help; the log has the rest. */
      reference?: string
    }
  }
}

export {}
