// Tells the person at the machine what takes time and how long it took.

export interface Progress {
  /** Does the work; `say` replaces the words after the title while it lasts. */
  step<T>(title: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T>
  line(sentence: string): void
}

const patience = 5000

export function openProgress(write: (line: string) => void = console.error): Progress {
  return { step, line: write }

  async function step<T>(title: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T> {
    const started = performance.now()
    const seconds = () => `${((performance.now() - started) / 1000).toFixed(1).replace('.', ',')} giây`
    let detail = ''
    const reminder = setInterval(() => write(`… ${title}${detail && `: ${detail}`} (${seconds()})`), patience)
    try {
      const result = await work((text) => void (detail = text))
      write(`✔ ${title} (${seconds()})`)
      return result
    } finally {
      clearInterval(reminder)
    }
  }
}
