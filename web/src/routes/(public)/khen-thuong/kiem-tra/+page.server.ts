// A typed code goes to the page of its certificate.
import { redirect } from '@sveltejs/kit'

export const load = ({ url }) => {
  const code = (url.searchParams.get('ma') ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 40)
  if (code !== '') redirect(303, `/khen-thuong/kiem-tra/${code}`)
}
