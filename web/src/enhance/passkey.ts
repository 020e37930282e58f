// A form that asks the browser for a passkey before it is sent; without script it is not shown.
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

interface Offered {
  key?: string
  options: never
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!('PublicKeyCredential' in window)) continue
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null
  const said = form.querySelector<HTMLElement>('[data-said]')!
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    said.hidden = true
    try {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(form.dataset.passkey!, { method: 'POST', headers, body: '{}' })
      const { key, options } = (await answer.json()) as Offered
      const adding = field('key')
      // Refused: the form goes without a key, and the page says why.
      if (answer.ok) {
        const made = adding
          ? await startRegistration({ optionsJSON: options })
          : await startAuthentication({ optionsJSON: options })
        if (adding) adding.value = key ?? ''
        field('response')!.value = JSON.stringify(made)
      }
      form.submit()
    } catch {
      said.textContent = said.dataset.said!
      said.hidden = false
    }
  })
}
