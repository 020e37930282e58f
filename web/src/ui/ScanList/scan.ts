// What the list of scans shows of one, as the operations answer it.
export interface ScanShown {
  id: number
  sealedBy: string
  illustrative: boolean
  keptBy: string | null
  keptAt: string
  replacedAt: string | null
  replacedBy: string | null
  replaceReason: string | null
  files: { no: number; name: string; bytes: number; pages: number }[]
  /** Of a form: which version of its figures was signed. */
  versionNo?: number
}
