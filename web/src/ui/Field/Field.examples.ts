// Examples of the frame of a field; the fields themselves show it filled.
import { createRawSnippet } from 'svelte'

const control = createRawSnippet(() => ({ render: () => '<input class="control" id="o-tu-do" name="tu-do" />' }))

export const examples = [{ name: 'khung của một câu hỏi', props: { name: 'tu-do', label: 'Câu hỏi tự do', control } }]
