// Everything that can be asked of collections and replies, in reading order.
import type { Operation } from '../shared/operation.ts'
import './collection.handover.ts'
import { filledFile, originalFile, replyFile } from './collection.files.ts'
import * as collections from './collection.operations.ts'
import * as reads from './collection.reads.ts'
import * as replies from './replies/reply.operations.ts'
import { openReply } from './replies/reply.reads.ts'

export const collectionOperations: readonly Operation[] = [
  reads.listCollections,
  collections.createCollection,
  reads.showCollection,
  collections.editCollection,
  reads.showMarking,
  collections.markCollection,
  collections.issueCollection,
  collections.closeCollection,
  collections.reopenCollection,
  collections.discardCollection,
  originalFile,
  filledFile,
  openReply,
  replyFile,
  replies.saveReply,
  replies.uploadReply,
  replies.submitReply,
  replies.takeBackReply,
  replies.returnReply,
  replies.acceptReply,
  replies.reopenReply,
]
