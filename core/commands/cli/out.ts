// Where a command writes its file, and why it cannot.
import { Refusal } from '../../db/embedded.ts'

/** A sentence for what a person can mend; anything else stays the error it is. */
export function cannotWrite(error: NodeJS.ErrnoException, file: string): Error {
  if (error.code === 'ENOENT') return new Refusal(`Không có thư mục để ghi ${file}. Hãy tạo thư mục đó trước.`)
  if (error.code === 'EISDIR') return new Refusal(`${file} là một thư mục. Hãy nêu cả tên tệp.`)
  if (error.code === 'EACCES' || error.code === 'EROFS') return new Refusal(`Không có quyền ghi ${file}.`)
  if (error.code === 'ENOSPC') return new Refusal(`Đĩa đã đầy, không ghi hết được ${file}. Tệp dở dang đã xoá.`)
  return error
}
