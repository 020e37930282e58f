// The name of a file as it is shown and saved: never as it came, and with the ending of what it is.
import { plainText } from '../shared/text.ts'

const longest = 120

/** Folders, signs that systems forbid and a false ending are taken off; `otherwise` when nothing is left. */
export function fileName(name: string, ending: string, otherwise: string): string {
  const last = plainText(name).split(/[/\\]/).at(-1)!
  const plain = last
    .replaceAll(/[\u0000-\u001f"<>|:*?]/g, ' ')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim()
  return `${[...plain].slice(0, longest).join('').trim() || otherwise}.${ending}`
}
