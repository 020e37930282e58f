// Table of contents: everything that can be asked of the platform, in reading order.
import type { Operation } from '../shared/operation.ts'
import { placeOperations } from '../places/place.operations.ts'
import { assessmentOperations } from '../assessments/index.operations.ts'
import { actOperations } from '../acts/index.operations.ts'
import { bodyOperations } from '../bodies/body.operations.ts'
import { caseOperations } from '../cases/index.operations.ts'
import { callOperations } from '../calls/index.operations.ts'
import { commendationOperations } from '../commendations/index.operations.ts'
import { collectionOperations } from '../collections/index.operations.ts'
import { deadlineOperations } from '../deadlines/policy.operations.ts'
import { documentOperations } from '../documents/index.operations.ts'
import { lawOperations } from '../law/index.operations.ts'
import { criteriaOperations } from '../criteria/index.operations.ts'
import { mailOperations } from '../mail/mail.operations.ts'
import { modelOperations } from '../models/index.operations.ts'
import { geoReportOperations } from '../open311/index.operations.ts'
import { paperOperations } from '../papers/index.operations.ts'
import { peopleOperations } from '../people/index.operations.ts'
import { receptionOperations } from '../reception/index.operations.ts'
import { programmeOperations } from '../programmes/index.operations.ts'
import { portalOperations } from '../portal/index.operations.ts'
import { reportOperations } from '../reports/index.operations.ts'
import { sealOperations } from '../seal/index.operations.ts'

export const operations: readonly Operation[] = [
  ...placeOperations,
  ...bodyOperations,
  ...actOperations,
  ...peopleOperations,
  ...lawOperations,
  ...deadlineOperations,
  ...sealOperations,
  ...caseOperations,
  ...receptionOperations,
  ...criteriaOperations,
  ...modelOperations,
  ...assessmentOperations,
  ...commendationOperations,
  ...portalOperations,
  ...geoReportOperations,
  ...programmeOperations,
  ...documentOperations,
  ...collectionOperations,
  ...callOperations,
  ...mailOperations,
  ...reportOperations,
  ...paperOperations,
]
