// How the sample is made: operations asked one after another, by whom and on which day.
import type { App } from '../app.ts'
import { operator, type Actor } from '../shared/actor.ts'
import type { Operation } from '../shared/operation.ts'
import { must } from '../shared/result.ts'
import type { z } from 'zod'

export interface Stage {
  app: App
  /** Sets the clock, in Vietnam's time: `on('2023-12-15', '09:30')`. */
  on(day: string, time?: string): void
}

/** A stage on its own clock; the database is the app's. */
export function stageOf(app: App): Stage {
  let now = new Date('2022-12-01T08:00:00+07:00')
  return {
    app: { ...app, clock: () => now },
    on(day, time = '08:00') {
      now = new Date(`${day}T${time}:00+07:00`)
    },
  }
}

/** Asks an operation and takes its answer; a refusal here is a fault of the sample and is thrown with its sentences. */
export async function ask<I extends z.ZodType, O extends z.ZodType>(
  stage: Stage,
  operation: Operation<I, O>,
  { as = operator, ...input }: { as?: Actor } & Record<string, unknown>,
): Promise<z.output<O>> {
  const result = await operation.ask(stage.app, as, input)
  try {
    return must(result)
  } catch (error) {
    throw new Error(`${operation.name}: ${(error as Error).message}`, { cause: error })
  }
}
