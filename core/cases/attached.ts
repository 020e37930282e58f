// What a sender or a handler attaches: core/media.
export { attachedSchema, originalsOf } from '../media/attached.ts'
