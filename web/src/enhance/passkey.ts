// A form that asks the browser for a passkey before it is sent; without script it is not shown.
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

interface Offered {
  /** Given back with a new passkey. */
  key?: string
  options: never
}

/** What the page holds already, or what the address it names answers; null: refused, and the page will say why. */
async function offered({ passkey, options }: DOMStringMap): Promise<Offered | null> {
  if (options) return { options: JSON.parse(options) as never }
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(passkey!, { method: 'POST', headers, body: '{}' })
  return answer.ok ? ((await answer.json()) as Offered) : null
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!('PublicKeyCredential' in window)) continue
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null
  const said = form.querySelector<HTMLElement>('[data-said]')!
  form.hidden = false
  for (const notice of document.querySelectorAll<HTMLElement>('[data-without-script]')) notice.hidden = true
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    said.hidden = true
    try {
      const offer = await offered(form.dataset)
      const key = field('key')
      if (offer) {
        const made = await (key ? startRegistration : startAuthentication)({ optionsJSON: offer.options })
        if (key) key.value = offer.key ?? ''
        field('response')!.value = JSON.stringify(made)
      }
      form.submit()
    } catch {
      said.textContent = said.dataset.said!
      said.hidden = false
    }
  })
}
