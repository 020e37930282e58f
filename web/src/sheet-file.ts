// A sheet that was chosen as a file takes the place of what was pasted. Spreadsheets save text as UTF-8 or UTF-16.

/** Moves the text of the file field into the text field, before the form is read. */
export const textOfFile =
  (fileField: string, textField: string) =>
  async (data: FormData): Promise<void> => {
    const file = data.get(fileField)
    data.delete(fileField)
    if (typeof file === 'string' || !file?.size) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe
    data.set(textField, new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes))
  }
