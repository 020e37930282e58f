// A fitting input for every operation on the sample year: what a person with the right would really ask.
import type { App } from '../app.ts'
import { assessmentInputs } from './examples/assessments.ts'
import { callInputs, collectionInputs } from './examples/calls.ts'
import { caseInputs } from './examples/cases.ts'
import { commendationInputs } from './examples/commendations.ts'
import type { Inputs } from './examples/found.ts'
import { lawInputs, sealInputs } from './examples/law.ts'
import { modelInputs } from './examples/models.ts'
import { paperInputs } from './examples/papers.ts'
import { peopleInputs } from './examples/people.ts'
import { actInputs, placesAndBodies } from './examples/places.ts'
import { programmeInputs } from './examples/programmes.ts'
import { publicInputs } from './examples/public.ts'
import { receptionInputs } from './examples/reception.ts'
import { reportInputs } from './examples/reports.ts'

export async function exampleInputs(app: App): Promise<Inputs> {
  return {
    ...(await placesAndBodies(app)),
    ...(await actInputs(app)),
    ...(await peopleInputs(app)),
    ...(await programmeInputs(app)),
    ...(await callInputs(app)),
    ...(await collectionInputs(app)),
    ...(await reportInputs(app)),
    ...(await caseInputs(app)),
    ...(await receptionInputs(app)),
    ...(await paperInputs(app)),
    ...(await publicInputs(app)),
    ...(await modelInputs(app)),
    ...(await assessmentInputs(app)),
    ...(await commendationInputs(app)),
    ...lawInputs,
    ...sealInputs,
  }
}
