// English: the front page and the site map.
import type { Words } from '../words.ts'

export const front: Words['front'] = {
  title: 'Đồng Thuận – a platform for mass mobilisation work',
  heading: 'What do you need today?',
  promised: 'What was promised, what was done',
  promisedHint: 'Of citizens’ matters: the last twelve months. Click a figure to see where it comes from.',
  illustrative: 'Illustrative figures.',
  facts: {
    promises: 'promises to citizens that fell due were kept by the day first promised',
    answers: 'limits for solving reports and proposals were kept',
    models: (copied) => `“Dân vận khéo” models go on; ${copied} of them were taken up elsewhere`,
    targets: (programme, place, complete) =>
      `targets reached, ${programme}, ${place}${complete ? '' : ' (provisional, reports are missing)'}`,
  },
  answered: 'People reported, the body answered',
  answeredBy: (body, on) => `${body} answered on ${on}`,
  allAnswered: 'See all that people reported',
  soon: 'Citizens are received next',
  receives: (receiver, desk) => `${receiver} receives, at ${desk}`,
  allSittings: 'See the whole schedule, book a place',
  newModels: 'Good work in hamlets and streets',
  allModels: 'See all “Dân vận khéo” models',
  newest: 'Programmes',
  reached: (share, complete) => `${share} targets reached${complete ? '' : ' (provisional, reports are missing)'}`,
  sent: (share) => `${share} places have reported`,
  doors: {
    submit: { name: 'Report, petition, complain', text: 'A broken road, a proposal, a complaint; no account' },
    track: { name: 'Follow what you sent', text: 'Who has it, until when, what was answered' },
    reception: {
      name: 'See when citizens are received',
      text: 'Who receives, on which day; book a place without an account',
    },
    publicCases: 'See what people reported',
    programmes: 'See programmes and targets',
    models: 'See “Dân vận khéo” models',
    certificate: 'Check a certificate',
    places: 'Find a place',
    signIn: 'Sign in to work',
  },
}

export const sitemap: Words['sitemap'] = {
  title: 'Site map',
  intro: 'Every public section of this site.',
  work: 'For officers',
  about: 'About this site',
}
