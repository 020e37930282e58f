// Everything that can be asked of acts, hand-overs and keys of divided places, in reading order.
import type { Operation } from '../shared/operation.ts'
import { importAct, template } from './act.import.operations.ts'
import * as lines from './act.lines.operations.ts'
import * as acts from './act.operations.ts'
import { save } from './act.save.operations.ts'
import { open } from './handover/hand-over.open.ts'
import { save as saveHandOver } from './handover/hand-over.operations.ts'
import { importKeys, keyTemplate } from './keys/key.import.operations.ts'
import { listKeys, setKey, showKey, withdrawKey } from './keys/key.operations.ts'
import * as handOvers from './handover/hand-over.reads.ts'
import { changeBodies, propose } from './bodies/change.operations.ts'

/** `template` stands before `show`: its address would otherwise be read as an id. */
export const actOperations: readonly Operation[] = [
  acts.list,
  template,
  importAct,
  acts.show,
  acts.create,
  acts.edit,
  acts.discard,
  lines.addLines,
  lines.removeLines,
  lines.readLines,
  save,
  propose,
  changeBodies,
  open,
  handOvers.list,
  handOvers.show,
  handOvers.ofBody,
  saveHandOver,
  listKeys,
  keyTemplate,
  importKeys,
  showKey,
  setKey,
  withdrawKey,
]
