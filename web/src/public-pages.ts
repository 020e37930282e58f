// The public pages, as a tree: the site map, sitemap.xml and the head of every page are drawn from it.
import type { Words } from '#words'

export interface PublicPage {
  href: string
  label: (words: Words) => string
  children?: PublicPage[]
  /** Also a section in the head of every public page. */
  inNav?: boolean
  /** Not for search engines. */
  unlisted?: boolean
}

export const publicPages: PublicPage[] = [
  {
    href: '/',
    label: (words) => words.common.home,
    children: [
      {
        href: '/gui',
        label: (words) => words.submit.nav,
        inNav: true,
        children: [{ href: '/gui/to-cao', label: (words) => words.submit.denounce }],
      },
      { href: '/theo-doi', label: (words) => words.track.nav, inNav: true },
      {
        href: '/tiep-dan',
        label: (words) => words.reception.nav,
        inNav: true,
        children: [
          { href: '/tiep-dan/dang-ky', label: (words) => words.reception.book },
          { href: '/tiep-dan/tra-cuu', label: (words) => words.reception.lookUp },
        ],
      },
      {
        href: '/phan-anh',
        label: (words) => words.publicCases.nav,
        children: [
          { href: '/phan-anh/so-lieu', label: (words) => words.publicCases.figures.title },
          { href: '/phan-anh/ket-luan', label: (words) => words.follow.conclusions.title },
        ],
      },
      {
        href: '/mo-hinh',
        label: (words) => words.models.public.nav,
        children: [{ href: '/tieu-chi', label: (words) => words.models.criteria }],
      },
      { href: '/xep-loai', label: (words) => words.assessments.public.nav },
      {
        href: '/khen-thuong',
        label: (words) => words.commendations.nav,
        children: [{ href: '/khen-thuong/kiem-tra', label: (words) => words.commendations.check.title }],
      },
      {
        href: '/chuong-trinh',
        label: (words) => words.common.programmes,
        inNav: true,
        children: [{ href: '/cong-bo', label: (words) => words.publication.title }],
      },
      {
        href: '/dia-ban',
        label: (words) => words.common.places,
        inNav: true,
        children: [{ href: '/don-vi', label: (words) => words.bodies.title }],
      },
      {
        href: '/thoi-han',
        label: (words) => words.law.title,
        children: [{ href: '/thoi-han/lich', label: (words) => words.law.calendar }],
      },
      { href: '/tim', label: (words) => words.common.search, inNav: true },
      { href: '/so-do', label: (words) => words.common.sitemap },
      { href: '/api', label: (words) => words.common.api },
      { href: '/dang-nhap', label: (words) => words.common.signIn, inNav: true, unlisted: true },
    ],
  },
]

/** All pages of the tree, top to bottom. */
export function flatPages(pages: PublicPage[] = publicPages): PublicPage[] {
  return pages.flatMap((page) => [page, ...flatPages(page.children ?? [])])
}
