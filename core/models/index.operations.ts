// Everything that can be asked about models, in the order of their life.
import { correctRecognition, correctReview } from './correct.operations.ts'
import { addEvidence, giveConsent, openEvidence, removeOne, withdrawConsent } from './evidence.operations.ts'
import { list, open } from './list.operations.ts'
import { choices, create, replicate } from './model.create.operations.ts'
import * as life from './model.operations.ts'
import { cite, figures } from './figure.operations.ts'
import { gallery, map } from './gallery.operations.ts'
import { lineage } from './lineage.operations.ts'
import { measure } from './measure.operations.ts'
import { hide, photo, show, story } from './public.operations.ts'
import { askImprove, inspect, recognise, refuse, review, selfScore } from './score.operations.ts'
import { statistics } from './statistics.operations.ts'

export const modelOperations = [
  ...[choices, list, statistics, create, open, life.save, life.register, life.accept, life.giveBack, life.start],
  ...[addEvidence, figures, cite, removeOne, openEvidence, selfScore, inspect, askImprove, refuse, recognise, review],
  ...[measure, correctReview, correctRecognition],
  ...[replicate, lineage, life.end, life.withdraw, giveConsent, withdrawConsent, show, hide],
  ...[gallery, map, story, photo],
] as const
