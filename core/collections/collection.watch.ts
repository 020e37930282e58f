// Bodies that have not filled a workbook are reminded.
export { workbooksToFill } from './collection.watch.store.ts'
