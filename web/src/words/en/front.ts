// English: the front page and the site map.
import type { Words } from '../words.ts'

export const front: Words['front'] = {
  title: 'Đồng Thuận – a platform for mass mobilisation work',
  heading: 'See what each programme asked for and how far each place has come',
  promised: 'What was promised, what was done',
  promisedHint: 'Click a figure for targets, results and method.',
  reached: (programme, place) => `targets reached, ${programme}, ${place}`,
  provisional: '(provisional, reports are missing)',
  sent: (place, period, due) => `places of ${place} have reported, ${period}, due ${due}`,
  newest: 'Programmes',
  doors: {
    submit: { name: 'Report, petition, complain', text: 'A broken road, a proposal, a complaint; no account' },
    track: { name: 'Follow what you sent', text: 'Who has it, until when, what was answered' },
    reception: {
      name: 'See when citizens are received',
      text: 'Who receives, on which day; book a place without an account',
    },
    publicCases: { name: 'See what people reported', text: 'What was done, which bodies are on time' },
    programmes: {
      name: 'See programmes and targets',
      text: 'What was asked, what was reached, where figures come from',
    },
    places: {
      name: 'Find a place',
      text: 'Communes, wards, provinces through every reorganisation; old names work too',
    },
    signIn: { name: 'Sign in to work', text: 'Enter figures, accept them, write reports' },
  },
}

export const sitemap: Words['sitemap'] = {
  title: 'Site map',
  intro: 'Every public section of this site.',
  work: 'For officers',
  about: 'About this site',
}
