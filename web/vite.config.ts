// How the pages are built: SvelteKit on Node, a strict content security policy, and core kept outside the bundle.
import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig, type Plugin } from 'vite'

/** Core runs as it is from the workspace: bundled, its files found through import.meta.url would vanish. */
const coreStaysOutside: Plugin = {
  name: 'core-stays-outside',
  apply: 'build',
  enforce: 'pre',
  resolveId(id) {
    if (this.environment.name === 'ssr' && id.startsWith('@dong-thuan/core/')) return { id, external: true }
  },
}

export default defineConfig({
  plugins: [
    coreStaysOutside,
    sveltekit({
      adapter: adapter(),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      version: { pollInterval: 0 },
    }),
  ],
  // A small script inlined as a data: address would be refused by the policy above.
  build: { assetsInlineLimit: 0 },
  // All components go into one chunk, so that their styles are one sheet, kept by the browser for every page.
  environments: {
    ssr: {
      build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'ui', test: /\/src\/ui\// }] } } } },
    },
  },
})
