// English: the page of search results.
import type { Words } from '../words.ts'

export const search: Words['search'] = {
  title: 'Find places and bodies',
  titleFor: (words) => `Search for “${words}”`,
  label: 'Name to find',
  hint: 'New or old name, with or without diacritics: Đông Hà, vinh cuu, hội nông dân',
  empty: 'Type the name of a commune, ward or province, or of a body.',
  emptyNext:
    'Names from before the reorganisation work too, such as Vĩnh Cửu district. Not sure of the name? Start from the provinces.',
  provinces: 'List of provinces and cities',
  none: (words) => `No place or body is called “${words}”.`,
  noneNext: 'Use fewer words (the name alone), check the spelling, or start from the provinces.',
  onlyOn: (day) => `Only what was there on ${day}.`,
  dayLabel: 'Only places there on',
  dayHint: 'Leave blank for all times',
  nowHead: 'Today',
  on: (day) => `There on ${day}`,
  before: 'Former names and places',
  bodies: (count) => `Bodies in force (${count})`,
  bodiesOn: (count, day) => `Bodies on ${day} (${count})`,
  found: (count) => `${count} places`,
  foundBodies: (count) => `${count} bodies`,
  moreBodies: 'See all bodies found',
}
