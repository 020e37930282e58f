// Everything that can be asked about criteria sets.
import { choices, listSets, saveSet, showSet } from './criteria.operations.ts'

export const criteriaOperations = [listSets, choices, showSet, saveSet] as const
