// The examples are served by the trial installation only.
import { error } from '@sveltejs/kit'
import { wordsOf } from '#words'

export const load = ({ locals }) => {
  if (!locals.app.sample) error(404, wordsOf(locals.language).error.notFound)
}
