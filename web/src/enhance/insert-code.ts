// Codes beside a text become buttons that put them where the writer stands; without script they are read and typed.
for (const part of document.querySelectorAll<HTMLElement>('[data-with-insert]')) part.hidden = false
for (const part of document.querySelectorAll<HTMLElement>('[data-without-insert]')) part.hidden = true
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-insert]'))
  button.addEventListener('click', () => {
    const text = button.closest('form')!.querySelector('textarea')!
    text.setRangeText(button.dataset.insert!, text.selectionStart, text.selectionEnd, 'end')
    text.focus()
  })

export {}
