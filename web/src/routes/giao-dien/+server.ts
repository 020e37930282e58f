// POST /giao-dien: keeps the chosen look and language in cookies and goes back to the page. Needs no script.
import { redirect } from '@sveltejs/kit'
import { contrasts, cookieOf, localPath, oneOf, sizes, themes } from '#web/look.ts'

const choices = [
  [cookieOf.theme, themes],
  [cookieOf.contrast, contrasts],
  [cookieOf.size, sizes],
  [cookieOf.language, ['vi', 'en']],
] as const

export const POST = async ({ request, cookies, url }) => {
  const form = await request.formData()
  for (const [name, values] of choices) {
    const value = form.get(name)
    if (value === null) continue
    const year = 365 * 24 * 60 * 60
    cookies.set(name, oneOf(values, value), {
      path: '/',
      maxAge: year,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
    })
  }
  redirect(303, localPath(form.get('tro-lai')))
}
