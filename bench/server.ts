// The platform as a process of its own for a bench, on a database that is there already and on the bench's clock.
import { pathToFileURL } from 'node:url'
import { openApp, provideApp } from '../core/app.ts'
import { pagesModule } from '../core/commands/web-build.ts'
import { answerApi } from '../core/http/api.ts'
import { openDoor, pageEnvironment } from '../core/http/server.ts'
import { benchClock } from './pages.ts'

const [databaseUrl, secret] = process.argv.slice(2) as [string, string]
const door = await openDoor({ port: 0, host: '127.0.0.1' })
const app = openApp({ databaseUrl, poolSize: 10, clock: benchClock, secret, origin: door.origin })
Object.assign(process.env, pageEnvironment)
provideApp(app)
const { handler } = await import(pathToFileURL(pagesModule).href)
door.open({ app, pages: handler, api: answerApi })
console.log(door.origin)
