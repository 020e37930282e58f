// An error as it may stand in a log: what broke and where, and none of the words that broke it. PostgreSQL quotes whole rows in
// its details, and values in its messages; a parser quotes what it read.

interface DatabaseFault extends Error {
  code: string
  table?: string
  constraint?: string
}

const isOfDatabase = (error: Error): error is DatabaseFault => 'severity' in error && 'code' in error

export function faultForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '' } = error
  // The message stands in the stack too, and may have lines that look like a place in the code.
  const at = (stack.startsWith(name) ? stack.slice(stack.indexOf(message) + message.length) : stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  if (isOfDatabase(error)) {
    const { code, table, constraint } = error
    return { type: 'DatabaseError', code, table, constraint, at }
  }
  return { type: name, ...(!(error instanceof SyntaxError) && { message }), at }
}
