// Pages are plain HTML: nothing is hydrated unless a page says so itself.
export const csr = false
