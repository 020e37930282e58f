// call …: any operation by its name, for what has no command of its own; operations: their names.
import { operations } from '../../http/operations.ts'
import { Usage, type Command } from './command.ts'
import { columns } from './table.ts'

export const anyOperationCommands: readonly Command[] = [
  {
    name: 'operations',
    summary: 'Mọi thao tác của nền tảng: tên, địa chỉ, việc làm được',
    tell() {
      const json = operations.map(({ name, summary, who, http }) => ({ name, summary, who, ...http }))
      const text = columns(json.map(({ name, method, path, summary }) => [name, `${method} ${path}`, summary]))
      return { json, text }
    },
  },
  {
    name: 'call',
    summary: 'Gọi một thao tác bất kỳ theo tên',
    args: ['THAO_TÁC', '[JSON]'],
    example: `call places.show '{"code":"26170","on":"2025-07-01"}'`,
    async run({ ask, args: [name, text = '{}'] }) {
      const operation = operations.find((candidate) => candidate.name === name)
      if (!operation)
        throw new Usage(`Không có thao tác “${name}”.`, 'Xem tên các thao tác: npm run -s cli -- operations')
      const json = await ask(operation, inputOf(text))
      return { json, text: JSON.stringify(json, null, 2) }
    },
  },
]

function inputOf(text: string): unknown {
  try {
    const input: unknown = JSON.parse(text)
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input
  } catch {
    // said below
  }
  throw new Usage(`Dữ liệu gửi kèm phải là một đối tượng JSON, ví dụ '{"q":"dong ha"}' (đang là ${text}).`)
}
