// Every command, in the order of the help. A noun's commands live in a file of their own.
import { anyOperationCommands } from './any.ts'
import { backupCommands } from './backup.ts'
import type { Command } from './command.ts'
import { jobCommands } from './jobs.ts'
import { lawCommands } from './law.ts'
import { mailCommands } from './mail.ts'
import { open311Commands } from './open311.ts'
import { openApiCommands } from './openapi.ts'
import { placeCommands } from './places.ts'
import { programmeCommands } from './programmes.ts'
import { receptionCommands } from './reception.ts'
import { reportCommands } from './report.ts'
import { credentialCommands } from './credential.ts'
import { sealCommands } from './seal.ts'
import { tokenCommands } from './token.ts'
import { verifyCommands } from './verify.ts'

export const commands: readonly Command[] = [
  ...programmeCommands,
  ...reportCommands,
  ...verifyCommands,
  ...backupCommands,
  ...sealCommands,
  ...credentialCommands,
  ...mailCommands,
  ...jobCommands,
  ...placeCommands,
  ...lawCommands,
  ...receptionCommands,
  ...tokenCommands,
  ...open311Commands,
  ...anyOperationCommands,
  ...openApiCommands,
]
