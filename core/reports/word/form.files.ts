// The bytes of a form as they are kept.
import type { App } from '../../app.ts'
import { conflict, ok, type Result } from '../../shared/result.ts'

/** The bytes of a form; null: the template has none. */
export async function formOf(app: App, sha256: string | null): Promise<Result<Buffer | null>> {
  if (sha256 === null) return ok(null)
  if (!app.files || (await app.files.size(sha256)) === null) return gone
  return ok(await app.files.read(sha256))
}

const gone = conflict(
  'file-gone',
  'Tệp mẫu Word không còn trong thư mục giữ tệp của máy chủ. Hãy báo người vận hành lấy lại từ bản sao lưu.',
  'The Word form is no longer in the server’s folder. Ask its operator to restore it from a backup.',
)
