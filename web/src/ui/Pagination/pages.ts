// Which page numbers to show, and their addresses.

/** Numbers with null where some are left out: 1 … 4 5 6 … 20. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  return wanted.flatMap((n, index) => {
    const before = wanted[index - 1]
    return before !== undefined && n - before > 1 ? [n - before === 2 ? n - 1 : null, n] : [n]
  })
}

/** The address of the list with another page number; the first page has none. */
export function addressOf(path: string, page: number): string {
  const url = new URL(path, 'http://localhost')
  if (page <= 1) url.searchParams.delete('trang')
  else url.searchParams.set('trang', String(page))
  return url.pathname + url.search
}
