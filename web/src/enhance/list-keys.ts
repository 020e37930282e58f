// j and k go down and up through a list marked data-keys; enter follows the link that has the focus.
const typing = 'input, select, textarea, [contenteditable]'

document.addEventListener('keydown', (event) => {
  const step = { j: 1, k: -1 }[event.key]
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof Element && event.target.matches(typing)) return
  const links = [...document.querySelectorAll('[data-keys] > *')].flatMap((row) => row.querySelector('a') ?? [])
  if (links.length === 0) return
  const row = document.activeElement?.closest('[data-keys] > *')
  const at = links.findIndex((link) => row?.contains(link))
  const next = at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))
  links[next]?.focus()
  event.preventDefault()
})

export {}
