// npm run build: builds the pages ahead of time, for a service that may not write into its own checkout.
import { buildPages } from './web-build.ts'

await buildPages()
