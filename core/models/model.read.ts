// What later slices may ask about models: which of them a year counts at a place and below, one by one.
export { fieldsOf } from './model.store.ts'
export { countedUnder, recountedAs, type CountedModel } from './counted.store.ts'
