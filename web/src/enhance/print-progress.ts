// While a large file is being made: how far it is, asked of the server until it is done. The browser takes the file by itself.
const every = 400

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-progress]')) {
  const { address, words } = JSON.parse(link.dataset.progress!) as { address: string; words: string }
  const status = Object.assign(document.createElement('p'), { role: 'status' })
  link.parentElement!.after(status)
  let watching = false
  link.addEventListener('click', () => {
    if (watching) return
    watching = true
    let begun = false
    let tries = 0
    const ask = async () => {
      const answer = await fetch(address).catch(() => null)
      const progress = answer?.ok ? ((await answer.json()) as { done: number; whole: number } | null) : null
      begun ||= progress !== null
      if (progress)
        status.textContent = words.replace('{done}', String(progress.done)).replace('{whole}', String(progress.whole))
      else if (begun || ++tries > 10) {
        status.textContent = ''
        watching = false
        return
      }
      setTimeout(() => void ask(), every)
    }
    setTimeout(() => void ask(), every)
  })
}

export {}
