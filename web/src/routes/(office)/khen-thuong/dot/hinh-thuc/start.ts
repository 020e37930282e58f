// What the fields of a form of commendation hold before anything is typed. Pure.
import type { FormKind } from '@dong-thuan/core/commendations/commendation.ts'
import type { Names, ShownForm } from './said.ts'

export interface Award extends ShownForm {
  id: number
  key: string
  no: number
  kind: FormKind
  bodyId: number | null
  body: string | null
}
export interface Choices extends Names {
  bodies: { id: number; name: string }[]
}

/** On a blank sheet nothing is set that no document says; from another form its rules, not its basis. */
export function startOf({ award, version, choices }: { award: Award | null; version: boolean; choices: Choices }) {
  const body = version ? award!.bodyId : choices.bodies.length === 1 ? choices.bodies[0]!.id : null
  if (!award) return { body, kind: 'giayKhen', ballot: 'secret', majorityOver: true, confidence: 'assumed' }
  const { organisations, honours, validFrom: _, validTo: __, basis, confidence, doubts, ...rules } = award
  return {
    ...{ ...rules, body, organisations: organisations.join('\n'), honours: honours.join('\n') },
    ...(version ? { basis, confidence, doubts } : { confidence: 'assumed' }),
  }
}
