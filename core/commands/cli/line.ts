// Reads a line as it was typed: which command, what after it. Every fault is found at once.
import { Usage, type Asked, type Command, type Option } from './command.ts'

/** Options every command knows. */
export const shared: Readonly<Record<string, Option>> = {
  json: { about: 'in câu trả lời dạng JSON' },
  data: { value: 'THƯ_MỤC', about: 'nơi giữ dữ liệu; không ghi: DATABASE_URL, DATA, hoặc .data trong mã nguồn' },
  help: { about: 'in hướng dẫn của lệnh này' },
}

export interface Line extends Asked {
  command: Command
  json: boolean
  data?: string
}

export type ReadLine = { line: Line } | { helpFor: Command | null }

/** Throws a `Usage` with every fault. */
export function readLine(argv: readonly string[], commands: readonly Command[]): ReadLine {
  const words = wordsBefore(argv)
  if (words.length === 0) return { helpFor: null }
  if (words[0] === 'help') return { helpFor: helpedWith(words.slice(1), commands) }
  const command = findCommand(words, commands)
  if (!command) throw noSuchCommand(words, commands)
  const { given, positional, faults } = readWords(argv, { ...shared, ...command.options })
  if (given.help !== undefined) return { helpFor: command }
  const args = positional.slice(command.name.split(' ').length)
  faults.push(...whyNotArgs(args, command.args ?? []))
  for (const [name, option] of Object.entries(command.options ?? {}))
    if (option.needed && given[name] === undefined)
      faults.push(`Thiếu --${name} ${option.value ?? ''}: ${option.about}.`)
  if (faults.length > 0) throw new Usage(...faults, `Xem cách dùng: npm run -s cli -- help ${command.name}`)
  const { json, data, help: _help, ...options } = given
  return { line: { command, args, options, json: json !== undefined, data } }
}

/** null: the help of all. */
function helpedWith(words: readonly string[], commands: readonly Command[]): Command | null {
  if (words.length === 0) return null
  const command = findCommand(words, commands)
  if (!command) throw noSuchCommand(words, commands)
  return command
}

function wordsBefore(argv: readonly string[]): string[] {
  const firstOption = argv.findIndex((word) => word.startsWith('-'))
  return argv.slice(0, firstOption < 0 ? undefined : firstOption)
}

/** The command with the most words that begin the line. */
function findCommand(words: readonly string[], commands: readonly Command[]): Command | undefined {
  const line = `${words.join(' ')} `
  const found = commands.filter(({ name }) => line.startsWith(`${name} `))
  return found.sort((a, b) => b.name.length - a.name.length)[0]
}

function noSuchCommand(words: readonly string[], commands: readonly Command[]): Usage {
  const near = commands.filter(({ name }) => name.split(' ')[0] === words[0]).map(({ name }) => name)
  const hint = near.length > 0 ? `Có các lệnh: ${near.join(', ')}.` : 'Xem các lệnh: npm run -s cli -- help'
  return new Usage(`Không có lệnh “${words.slice(0, 2).join(' ')}”.`, hint)
}

function readWords(argv: readonly string[], known: Readonly<Record<string, Option>>) {
  const given: Record<string, string | undefined> = {}
  const positional: string[] = []
  const faults: string[] = []
  const waiting = [...argv]
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    if (!/^--?[a-z]/i.test(word)) {
      positional.push(word)
      continue
    }
    const [, name = '', inline] = /^--?([^=]*)(?:=(.*))?$/s.exec(word)!
    const option = Object.hasOwn(known, name) ? known[name] : undefined
    const next = option?.value && inline === undefined && !waiting[0]?.startsWith('--') ? waiting.shift() : undefined
    const fault = whyNotOption(name, inline ?? next, option)
    if (fault) faults.push(fault)
    else if (option!.value && !option!.many && given[name] !== undefined)
      faults.push(`--${name} ghi hai lần: “${given[name]}” và “${inline ?? next}”.`)
    else given[name] = valueOf(option!, inline ?? next ?? '', given[name])
  }
  return { given, positional, faults }
}

function valueOf({ many }: Option, value: string, before: string | undefined): string {
  return many && before ? `${before},${value}` : value
}

function whyNotOption(name: string, value: string | undefined, option: Option | undefined): string | null {
  if (!option) return `Không có tuỳ chọn --${name}.`
  if (!option.value) return value === undefined ? null : `--${name} không nhận giá trị.`
  return value ? null : `--${name} cần một giá trị (${option.value}): ${option.about}.`
}

function whyNotArgs(args: readonly string[], wanted: readonly string[]): string[] {
  const missing = wanted.slice(args.length).filter((name) => !name.startsWith('['))
  const over = args.slice(wanted.length)
  return [...missing.map((name) => `Thiếu ${name}.`), ...over.map((text) => `Không hiểu “${text}”.`)]
}
