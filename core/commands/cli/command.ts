// What a command of the command line is: its words, what may stand after them, and what it tells.
import type { App } from '../../app.ts'
import type { Files } from '../../files/files.ts'
import { operator } from '../../shared/actor.ts'
import type { Operation } from '../../shared/operation.ts'
import { sentencesOf, type Refusal as Refused } from '../../shared/result.ts'
import type { z } from 'zod'
import type { Progress } from '../progress.ts'

export interface Option {
  about: string
  /** How the value is written in the help, as “NGÀY”. Without it the option takes no value. */
  value?: string
  needed?: boolean
  /** May stand several times; the values come joined with commas. */
  many?: boolean
}

interface Words {
  /** As typed, one to three words: “places total”. */
  name: string
  summary: string
  /** What stands after the name, in order. All are needed but those in brackets: “[DỮ_LIỆU]”. */
  args?: readonly string[]
  options?: Readonly<Record<string, Option>>
  example?: string
}

/** What was typed after the name. An option without a value is there as an empty text. */
export interface Asked {
  args: readonly string[]
  options: Readonly<Record<string, string | undefined>>
}

export interface DataContext extends Asked {
  app: App
  /** Asks an operation as the operator at the machine. A refusal ends the command with its sentences. */
  ask<O extends Operation>(operation: O, input: z.input<O['input']>): Promise<z.output<O['output']>>
}

export interface Told {
  /** Printed under `--json`. */
  json: unknown
  /** Printed otherwise. */
  text: string
  /** The exit code; 0 unless told. A check that fails tells 1. */
  exit?: number
}

/** A command that looks into the data. */
export interface DataCommand extends Words {
  run(context: DataContext): Promise<Told>
}

/** A command that knows the answer without any data. */
export interface PlainCommand extends Words {
  tell(asked: Asked): Told | Promise<Told>
}

/** A command about the database as a whole: it gets the address, whatever lies there or does not yet. */
export interface DatabaseCommand extends Words {
  handle(context: DatabaseContext): Promise<Told>
}

export interface DatabaseContext extends Asked {
  /** Opens what `--data` or the environment names. Throws a `Refusal` when there is nothing to open and `make` is not set. */
  openDatabase(how: { make: boolean }): Promise<string>
  /** Kept files beside that database; null: a server was named without FILES. */
  files: Files | null
  progress: Progress
}

export type Command = DataCommand | DatabaseCommand | PlainCommand

/** The line cannot be meant so, or means several things: said in sentences, exit code 2. */
export class Usage extends Error {
  readonly sentences: readonly string[]
  constructor(...sentences: string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

/** The operation refused: its sentences, exit code 1. */
export class RefusedByOperation extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(sentencesOf(refusal).join('\n'))
    this.refusal = refusal
  }
}

export function askOf(app: App): DataContext['ask'] {
  return async (operation, input) => {
    const result = await operation.ask(app, operator, input)
    if (!result.ok) throw new RefusedByOperation(result.refusal)
    return result.value as z.output<(typeof operation)['output']>
  }
}
