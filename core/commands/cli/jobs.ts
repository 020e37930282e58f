// jobs run: what otherwise runs beside the pages, once, for a timer of the system.
import { runJobsOnce } from '../../jobs/jobs.ts'
import type { Command } from './command.ts'

export const jobCommands: readonly Command[] = [
  {
    name: 'jobs run',
    summary: 'Chạy một lượt việc nền: nhắc hạn, lập thư, gửi thư (khi không để “serve” tự chạy)',
    example: 'jobs run',
    async run({ app }) {
      const done = await runJobsOnce(app)
      const { watchDeadlines, sendMails } = done
      const sent = app.mailer
        ? `Thư: đã gửi ${sendMails!.sent}, bị từ chối ${sendMails!.refused}, để lần sau ${sendMails!.later}.`
        : 'Không đặt SMTP_URL và MAIL_FROM nên không gửi thư.'
      return { json: done, text: `Lời nhắc mới: ${watchDeadlines!.told}. ${sent}` }
    },
  },
]
