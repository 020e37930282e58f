// Everything that can be asked about criteria sets.
import { listSets, saveSet, showSet } from './criteria.operations.ts'

export const criteriaOperations = [listSets, showSet, saveSet] as const
