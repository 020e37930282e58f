// A form that is being written survives a lost line and a page loaded again: its words are kept in this tab until it was sent. Not
// longer: on a computer others use too, whoever comes next must not find what somebody wrote and who he is.
const form = document.querySelector<HTMLFormElement>('form[data-draft]')

if (form) {
  const key = `nhap-${form.dataset.draft}`
  const fields = () =>
    [...form.elements].filter(
      (one): one is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
        'name' in one && one.name !== '' && !['file', 'submit', 'hidden'].includes((one as HTMLInputElement).type),
    )
  const tickable = (one: Element): one is HTMLInputElement =>
    one instanceof HTMLInputElement && (one.type === 'radio' || one.type === 'checkbox')

  // What came back from the server with faults is newer than the draft.
  const kept = form.querySelector('.problem') ? null : sessionStorage.getItem(key)
  if (kept) {
    const values = JSON.parse(kept) as Record<string, string>
    for (const one of fields()) {
      const value = values[one.name]
      if (value === undefined) continue
      if (tickable(one)) one.checked = one.value === value
      else one.value = value
    }
  }
  form.addEventListener('input', () => {
    const values: Record<string, string> = {}
    for (const one of fields()) if (!tickable(one) || one.checked) values[one.name] = one.value
    sessionStorage.setItem(key, JSON.stringify(values))
  })
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault()
    addEventListener('online', () => form.requestSubmit(), { once: true })
  })
} else if (document.querySelector('[data-secret]')) sessionStorage.removeItem('nhap-gui')

export {}
