// A form that is being written survives a lost line and a page loaded again: words and pictures are kept until it was sent, an hour at
// most, and found by this tab alone: on a computer others use too, whoever comes next must not read what somebody wrote.
// Pictures are made small before they go: a cheap line carries a tenth. Without script the form is whole.
const longestSide = 1600
const quality = 0.8
const keptFor = 3_600_000

const form = document.querySelector<HTMLFormElement>('form[data-draft]')
const tab = (sessionStorage.nhap ??= crypto.randomUUID()) as string

interface Draft {
  at: number
  values: Record<string, string>
  files: File[]
}

/** One small store, opened for each use: nothing is held while somebody writes. */
function store<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('nhap', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('nhap')
    opening.onerror = () => resolve(undefined)
    opening.onsuccess = () => {
      const request = use(opening.result.transaction('nhap', mode).objectStore('nhap'))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(undefined)
    }
  })
}

const read = () => store<Draft | undefined>('readonly', (drafts) => drafts.get(tab))
const write = (draft: Draft) => store('readwrite', (drafts) => drafts.put(draft, tab))
const forget = () => store('readwrite', (drafts) => drafts.delete(tab))

/** Of every tab that was closed before it sent. */
async function forgetOld(): Promise<void> {
  const keys = (await store('readonly', (drafts) => drafts.getAllKeys())) ?? []
  for (const key of keys) {
    const draft = await store<Draft | undefined>('readonly', (drafts) => drafts.get(key))
    if (draft && Date.now() - draft.at > keptFor) await store('readwrite', (drafts) => drafts.delete(key))
  }
}

async function smaller(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return file
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!blob || blob.size >= file.size) return file
  return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' })
}

function put(input: HTMLInputElement, files: readonly File[]): void {
  const carrier = new DataTransfer()
  for (const file of files) carrier.items.add(file)
  input.files = carrier.files
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** Unseen fields that are the sender's all the same: the mark of the form, and the place on the map. */
const unseen = ['once', 'lat', 'lon']
const tickable = (one: Control): one is HTMLInputElement => one.type === 'radio' || one.type === 'checkbox'

function controls(of: HTMLFormElement): Control[] {
  const all = [...of.elements].filter((one): one is Control => 'value' in one && 'name' in one && one.name !== '')
  return all.filter(
    ({ type, name }) => !['file', 'submit'].includes(type) && (type !== 'hidden' || unseen.includes(name)),
  )
}

function fill(of: HTMLFormElement, { values, files }: Draft, picker: HTMLInputElement | null): void {
  for (const one of controls(of)) {
    const value = values[one.name]
    if (value === undefined) continue
    if (tickable(one)) one.checked = one.value === value
    else one.value = value
  }
  if (picker && files.length > 0) put(picker, files)
}

async function keepDraft(of: HTMLFormElement): Promise<void> {
  const picker = of.querySelector<HTMLInputElement>('input[type=file]')
  const keep = () => {
    const values: Record<string, string> = {}
    for (const one of controls(of)) if (!tickable(one) || one.checked) values[one.name] = one.value
    return write({ at: Date.now(), values, files: [...(picker?.files ?? [])] })
  }
  const kept = await read()
  // What came back from the server with faults is newer than the words of the draft; chosen files never come back.
  const refused = of.querySelector('.problem') !== null
  if (kept && Date.now() - kept.at < keptFor) fill(of, refused ? { ...kept, values: {} } : kept, picker)
  of.addEventListener('input', keep)
  picker?.addEventListener('change', async () => {
    put(picker, await Promise.all([...(picker.files ?? [])].map(smaller)))
    await keep()
  })
  of.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault() // it goes once the line is back, under the same mark: one submission
    addEventListener('online', () => of.requestSubmit(), { once: true })
  })
}

void forgetOld()
if (form) void keepDraft(form)
else if (document.querySelector('[data-secret]')) void forget()

export {}
