// Evidence that cites what the body reported, as it is chosen from. Pure.
interface Piece {
  id: number
  title: string
  figure: string
  cited: unknown
}

export const citedOf = (evidence: readonly Piece[]) =>
  evidence.flatMap(({ id, title, figure, cited }) => (cited ? [{ id, text: `${title}: ${figure}` }] : []))
