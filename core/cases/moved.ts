// What every move answers.
import { z } from 'zod'
import { stages, type Stage } from './submission.ts'

export const movedSchema = z.object({ id: z.number().int(), stage: z.enum(stages), version: z.number().int() })

export const moved = (id: number, stage: Stage, version: number) => ({ id, stage, version })
