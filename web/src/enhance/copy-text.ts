// A button beside a text that copies it; without script the text is selected by hand.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const text = document.querySelector<HTMLTextAreaElement>(`#${button.dataset.copy}`)!
    text.select()
    await navigator.clipboard?.writeText(text.value).catch(() => document.execCommand('copy'))
    button.textContent = button.dataset.done ?? button.textContent
  })
}

export {}
