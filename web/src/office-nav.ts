// The sections of the office, by what the person may do. One line a section; a page that exists is listed here.
import type { Actor, Role } from '@dong-thuan/core/shared/actor.ts'
import type { Words } from '#words'

export interface NavLink {
  href: string
  label: string
  /** Other addresses that belong to this section. */
  also?: string[]
}

/** Sections that belong together, behind one name. */
export interface NavGroup {
  label: string
  links: NavLink[]
}
export type NavItem = NavLink | NavGroup

type Person = Extract<Actor, { kind: 'person' }>

const collects: readonly Role[] = ['officer', 'head', 'standingBoard', 'clerk', 'reporter']
const handlesCases: readonly Role[] = ['receiver', 'handler']
const handlesSeals: readonly Role[] = ['sealOpener', 'inspector', 'dataProtection']
const writesModels: readonly Role[] = ['reporter', 'officer', 'head', 'standingBoard']
/** Whoever may sit on a council finds it too. */
const writesHonours: readonly Role[] = ['reporter', 'officer', 'head', 'clerk', 'standingBoard', 'handler']
const boardRoles: readonly Role[] = ['officer', 'head', 'standingBoard']
const readsReports: readonly Role[] = ['officer', 'head', 'standingBoard', 'clerk']

const is = ({ roles }: Person, of: readonly Role[]) => roles.some(({ role }) => of.includes(role))

/** As many stand side by side; more are put into groups, so that the line stays one line. */
const most = 6

export function officeNav(actor: Actor, words: Words): NavItem[] {
  if (actor.kind !== 'person') return []
  const desk = { href: '/ban-lam-viec', label: words.office.desk }
  const places = { href: '/dia-ban', label: words.common.places }
  const { citizens, figures, honours, administration } = words.office.groups
  const groups = [
    { label: citizens, links: citizensOf(actor, words) },
    { label: figures, links: figuresOf(actor, words) },
    { label: honours, links: honoursOf(actor, words) },
    { label: '', links: [places] },
    { label: administration, links: administrationOf(actor, words) },
  ]
  const flat = [desk, ...groups.flatMap(({ links }) => links)]
  if (flat.length <= most) return flat
  return [desk, ...groups.flatMap((group): NavItem[] => (group.links.length > 1 ? [group] : group.links))]
}

function citizensOf(actor: Person, words: Words): NavLink[] {
  const onCases = is(actor, handlesCases)
  const reception = {
    href: is(actor, ['receiver']) ? '/tiep-dan/so' : '/tiep-dan/viec',
    label: words.reception.office.nav,
    also: ['/tiep-dan/so', '/tiep-dan/buoi', '/tiep-dan/viec'],
  }
  return [
    ...(onCases ? [{ href: '/don-thu', label: words.cases.nav }, reception] : []),
    // Who has no desk of his own reads the tables of the desks of his area; whoever has one finds them there.
    ...(!onCases && is(actor, boardRoles) ? [{ href: '/don-thu/bang', label: words.caseTables.nav }] : []),
    ...(is(actor, handlesSeals) ? [{ href: '/niem-phong', label: words.seal.nav }] : []),
    ...(is(actor, ['villageHead']) ? [{ href: '/gui-giup', label: words.help.nav }] : []),
  ]
}

function figuresOf(actor: Person, words: Words): NavLink[] {
  return [
    { href: '/chuong-trinh', label: words.common.programmes },
    ...(is(actor, collects)
      ? [
          { href: '/de-cuong', label: words.call.nav },
          { href: '/thu-thap', label: words.collect.nav },
        ]
      : []),
    ...(is(actor, readsReports) ? [{ href: '/bao-cao', label: words.report.title }] : []),
    ...(is(actor, ['clerk']) ? [{ href: '/van-thu', label: words.register.title }] : []),
  ]
}

function honoursOf(actor: Person, words: Words): NavLink[] {
  return [
    ...(is(actor, writesModels)
      ? [
          { href: '/dan-van-kheo', label: words.models.nav, also: ['/mo-hinh', '/tieu-chi'] },
          { href: '/cham-diem', label: words.assessments.nav, also: ['/xep-loai'] },
        ]
      : []),
    ...(is(actor, writesHonours)
      ? [{ href: '/khen-thuong/dot', label: words.honours.nav, also: ['/khen-thuong'] }]
      : []),
  ]
}

function administrationOf(actor: Person, words: Words): NavLink[] {
  if (!is(actor, ['administrator'])) return []
  return [
    { href: '/quan-tri/nguoi-dung', label: words.people.nav, also: ['/quan-tri/dang-nhap'] },
    { href: '/quan-tri/don-vi', label: words.bodies.title },
    { href: '/quan-tri/dia-ban', label: words.acts.nav, also: ['/quan-tri/ban-giao', '/quan-tri/khoa-chia'] },
    { href: '/quan-tri/thu', label: words.mails.title },
    { href: '/quan-tri/open311', label: words.geoReport.nav },
    { href: '/van-thu/mau', label: words.register.layouts },
  ]
}
