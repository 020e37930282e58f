// What other slices may ask about cases as everybody reads them.
export { countPublicReports, publicReports, publicUpdates } from './report.store.ts'
export { states, type PublicReport, type State, type Update, type Wanted } from './report.ts'
