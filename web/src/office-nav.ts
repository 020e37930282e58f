// The sections of the office, by what the person may do. One line a section; a page that exists is listed here.
import type { Actor } from '@dong-thuan/core/shared/actor.ts'
import type { Words } from '#words'

export interface NavLink {
  href: string
  label: string
  /** Other addresses that belong to this section. */
  also?: string[]
}

const collects: ReadonlySet<string> = new Set(['officer', 'head', 'standingBoard', 'clerk', 'reporter'])
const handlesCases: ReadonlySet<string> = new Set(['receiver', 'handler'])
const receives: ReadonlySet<string> = new Set(['receiver'])
const handlesSeals: ReadonlySet<string> = new Set(['sealOpener', 'inspector', 'dataProtection'])
const writesModels: ReadonlySet<string> = new Set(['reporter', 'officer', 'head', 'standingBoard'])
/** Whoever may sit on a council finds it too. */
const writesHonours: ReadonlySet<string> = new Set(['reporter', 'officer', 'head', 'clerk', 'standingBoard', 'handler'])
const boardRoles: ReadonlySet<string> = new Set(['officer', 'head', 'standingBoard'])
const readsReports: ReadonlySet<string> = new Set(['officer', 'head', 'standingBoard', 'clerk'])

/** Who has no desk of his own reads the tables of the desks of his area; whoever has one finds them there. */
const readsTables = ({ roles }: Extract<Actor, { kind: 'person' }>) =>
  !roles.some(({ role }) => handlesCases.has(role)) && roles.some(({ role }) => boardRoles.has(role))

export function officeNav(actor: Actor, words: Words): NavLink[] {
  if (actor.kind !== 'person') return []
  return [
    { href: '/ban-lam-viec', label: words.office.desk },
    ...(actor.roles.some((held) => handlesCases.has(held.role)) ? [{ href: '/don-thu', label: words.cases.nav }] : []),
    ...(actor.roles.some((held) => handlesCases.has(held.role))
      ? [
          {
            href: actor.roles.some((held) => receives.has(held.role)) ? '/tiep-dan/so' : '/tiep-dan/viec',
            label: words.reception.office.nav,
            also: ['/tiep-dan/so', '/tiep-dan/buoi', '/tiep-dan/viec'],
          },
        ]
      : []),
    ...(readsTables(actor) ? [{ href: '/don-thu/bang', label: words.caseTables.nav }] : []),
    ...(actor.roles.some((held) => handlesSeals.has(held.role))
      ? [{ href: '/niem-phong', label: words.seal.nav }]
      : []),
    ...(actor.roles.some((held) => held.role === 'villageHead') ? [{ href: '/gui-giup', label: words.help.nav }] : []),
    { href: '/chuong-trinh', label: words.common.programmes },
    ...(actor.roles.some((held) => writesModels.has(held.role))
      ? [
          { href: '/dan-van-kheo', label: words.models.nav, also: ['/mo-hinh', '/tieu-chi'] },
          { href: '/cham-diem', label: words.assessments.nav, also: ['/xep-loai'] },
        ]
      : []),
    ...(actor.roles.some((held) => writesHonours.has(held.role))
      ? [{ href: '/khen-thuong/dot', label: words.honours.nav, also: ['/khen-thuong'] }]
      : []),
    ...(actor.roles.some((held) => collects.has(held.role))
      ? [
          { href: '/de-cuong', label: words.call.nav },
          { href: '/thu-thap', label: words.collect.nav },
        ]
      : []),
    ...(actor.roles.some((held) => readsReports.has(held.role))
      ? [{ href: '/bao-cao', label: words.report.title }]
      : []),
    ...(actor.roles.some((held) => held.role === 'clerk') ? [{ href: '/van-thu', label: words.register.title }] : []),
    { href: '/dia-ban', label: words.common.places },
    ...(actor.roles.some((held) => held.role === 'administrator')
      ? [
          { href: '/quan-tri/nguoi-dung', label: words.people.nav, also: ['/quan-tri/dang-nhap'] },
          { href: '/quan-tri/don-vi', label: words.bodies.title },
          { href: '/quan-tri/dia-ban', label: words.acts.nav, also: ['/quan-tri/ban-giao', '/quan-tri/khoa-chia'] },
          { href: '/quan-tri/thu', label: words.mails.title },
          { href: '/quan-tri/open311', label: words.geoReport.nav },
          { href: '/van-thu/mau', label: words.register.layouts },
        ]
      : []),
    { href: '/tai-khoan', label: words.account.nav },
  ]
}
