// Bodies that may be chosen, by their kind, in the order they came.
interface Candidate {
  id: number
  name: string
  organisation: string
  organisationName: string
}

export function groupsOf(candidates: readonly Candidate[]) {
  return [...Map.groupBy(candidates, ({ organisation }) => organisation)].map(([organisation, bodies]) => ({
    organisation,
    name: bodies[0]!.organisationName,
    bodies,
  }))
}
