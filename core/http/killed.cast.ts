// A platform of its own in a process of its own, on the database of a test, to be killed by it.
import { openApp } from '../app.ts'
import { testSealKeys } from '../testing/seal-keys.ts'
import { answerApi } from './api.ts'
import { openDoor } from './server.ts'

const [databaseUrl, filesFolder, secret, now] = process.argv.slice(2) as [string, string, string, string]
const clock = () => new Date(now)
const door = await openDoor({ port: 0, host: '127.0.0.1' })
const app = openApp({
  ...{ databaseUrl, filesFolder, secret, clock, poolSize: 5, seal: await testSealKeys(), origin: door.origin },
})
door.open({ app, pages: (_, res) => res.end(), api: answerApi })
process.send?.({ origin: door.origin })
