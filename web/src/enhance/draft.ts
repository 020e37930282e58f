// A form that is being written survives a lost line and a closed page: its words are kept in this browser until it was sent.
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
  const kept = form.querySelector('.problem') ? null : localStorage.getItem(key)
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
    localStorage.setItem(key, JSON.stringify(values))
  })
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault()
    addEventListener('online', () => form.requestSubmit(), { once: true })
  })
} else if (document.querySelector('[data-secret]')) localStorage.removeItem('nhap-gui')

export {}
