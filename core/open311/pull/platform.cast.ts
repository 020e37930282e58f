// A platform like ours as a process of its own, with one published report: its address goes to whoever started it.
import { createServer } from 'node:http'
import { app } from '../../cases/case.cast.ts'
import { answerOverHttp } from '../../http/api-door.ts'
import { answerApi } from '../../http/api.ts'
import { published } from '../geo-report.cast.ts'

const { id } = await published()
const server = createServer((req, res) => {
  const asked = (request: Request) => answerApi(app, request)
  void answerOverHttp(asked, req, res, { origin: 'http://127.0.0.1', large: false })
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number }
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/open311/v2`, id }))
})
