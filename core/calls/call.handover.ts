// Calls and answers of a body that ended stay under its name; who took over works on in them, to the same day.
import { onHandOver } from '../acts/handover/registry.ts'
import { answersAccepted, answersLeft, callsLeft } from './call.handover.store.ts'

onHandOver({ key: 'calls', open: callsLeft })
onHandOver({ key: 'answers', open: answersLeft, stays: answersAccepted })
