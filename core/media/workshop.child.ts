// The process in which strangers' files are opened: one job after another, behind everything else the machine does.
import { setPriority } from 'node:os'
import { judgePdf } from './pdf.ts'
import { blur, look, reencode, restrain } from './picture.ts'
import type { Job } from './workshop.ts'

setPriority(10)
restrain()

process.on('message', (job: Job) => void done(job).then((answer) => process.send!(answer)))

function done(job: Job): Promise<object> {
  if (job.do === 'pdf') return judgePdf(job.bytes, job.limits)
  if (job.do === 'look') return look(job.bytes, job.limits)
  if (job.do === 'blur') return blur(job.bytes, job.boxes, job.limits)
  return reencode(job.bytes, job.format, job.limits)
}
