// Collections and replies of a body that ended stay under its name; who took over works on in them, to the same hour.
import { onHandOver } from '../acts/handover/registry.ts'
import { collectionsLeft, repliesAccepted, repliesLeft } from './collection.handover.store.ts'

onHandOver({ key: 'collections', open: collectionsLeft })
onHandOver({ key: 'replies', open: repliesLeft, stays: repliesAccepted })
