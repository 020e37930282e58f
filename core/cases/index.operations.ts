// Everything that can be asked about what citizens send, in the order of its life.
import './watch.ts'
import { answer, close, send } from './answer.operations.ts'
import * as ends from './end.operations.ts'
import { exportRegister } from './export/export.operations.ts'
import { openFile, proof } from './file.operations.ts'
import { feedOperations } from './feed/feed.operations.ts'
import { publishConclusion } from './follow/conclusion.operations.ts'
import { clearAccused, protect, sue } from './follow/course.operations.ts'
import { keepPromise, movePromise, promise } from './follow/promise.operations.ts'
import { forget } from './forget.ts'
import { helpDesks, helped, sendFor } from './help/help.operations.ts'
import { accept, assign, complicate, extend, goOn, returnWrong, suspend } from './handle.operations.ts'
import { takeMail } from './intake/mail.operations.ts'
import { listNumbers } from './number.operations.ts'
import { publish, publishDraft, unpublish } from './publish/publication.operations.ts'
import { mapOf, spot } from './spot/spot.operations.ts'
import { queue } from './queue.operations.ts'
import { called, calls } from './told/call.operations.ts'
import { sealedList } from './sealed.operations.ts'
import { oversee, show } from './show.operations.ts'
import { register } from './register.operations.ts'
import { object, rate, reopen, tell, track, withdraw } from './sender.operations.ts'
import { look, original, sort } from './sort.operations.ts'
import { desks, submit } from './submit.operations.ts'
import { tableOperations } from './tables/table.operations.ts'
import { askMore, note, reissue, write } from './talk.operations.ts'

export const caseOperations = [
  ...[helpDesks, sendFor, helped, mapOf, spot],
  ...[desks, listNumbers, submit, track, tell, withdraw, rate, reopen, object, proof],
  ...[
    register,
    takeMail,
    queue,
    exportRegister,
    calls,
    called,
    sealedList,
    show,
    oversee,
    openFile,
    look,
    original,
    sort,
    askMore,
  ],
  ...[ends.transfer, ends.guide, ends.fileAway, ends.split, ends.forward, ends.redirect, ends.link, ends.reject],
  ...[accept, ends.notAccept, ends.notDenunciation, assign, returnWrong, complicate, extend, suspend, goOn],
  ...[ends.terminate, ends.enterWithdrawal, answer, send, close, write, note, reissue, forget],
  ...[publishDraft, publish, unpublish, promise, keepPromise, movePromise],
  ...[publishConclusion, sue, protect, clearAccused],
  ...tableOperations,
  ...feedOperations,
] as const
