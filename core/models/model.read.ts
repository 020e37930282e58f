// What later slices may ask about models: which of them a year counts at a place and below, one by one; how many go on.
export { fieldsOf } from './model.store.ts'
export { countedOf, countedUnder, recountedAs, type CountedModel } from './counted.store.ts'
export { aliveShown } from './gallery.store.ts'
