// Who acts for a body: what other slices may ask of role.store.ts.
export { isSignedInFor, signsInFor } from './role.store.ts'
