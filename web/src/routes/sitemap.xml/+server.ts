// The site map for search engines.
import { flatPages } from '#web/public-pages.ts'

export const GET = ({ locals }) => {
  const lines = flatPages()
    .filter((page) => !page.unlisted)
    .map((page) => `  <url><loc>${new URL(page.href, locals.app.origin).href}</loc></url>`)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</urlset>
`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
