// Ctrl-C and the service manager's signal: everything that was opened is closed in reverse, once; a second one forces.

export interface Stopping {
  /** Fires when the end begins. */
  signal: AbortSignal
  /** What is to be closed at the end; last opened, first closed. */
  closeLater(close: () => Promise<void>): void
  /** Closes everything now, as when the start failed. */
  closeAll(): Promise<void>
}

export function listenForStop(say: (sentence: string) => void): Stopping {
  const stop = new AbortController()
  const closings: (() => Promise<void>)[] = []
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  return { signal: stop.signal, closeLater: (close) => void closings.push(close), closeAll }

  function onSignal(): void {
    if (stop.signal.aborted) process.exit(130)
    say('Đang dừng… (nhấn Ctrl-C lần nữa để dừng ngay)')
    closeAll().then(
      () => process.exit(0),
      (error: Error) => {
        say(error.message)
        process.exit(1)
      },
    )
  }

  async function closeAll(): Promise<void> {
    stop.abort()
    for (let close = closings.pop(); close; close = closings.pop()) await close()
  }
}
