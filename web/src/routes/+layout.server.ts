// What every page knows: language, look, whether this is the trial installation, who is signed in.
export const load = ({ locals, url }) => ({
  language: locals.language,
  look: locals.look,
  sample: locals.app.sample,
  person: locals.actor.kind === 'person' ? { name: locals.actor.name } : null,
  path: url.pathname + url.search,
})
