// What an operation answered as a file, sent to the browser.
export function fileResponse(
  file: { content: string; encoding: 'utf8' | 'base64'; mediaType: string; fileName: string },
  how: 'attachment' | 'inline' = 'attachment',
): Response {
  return new Response(new Uint8Array(Buffer.from(file.content, file.encoding)), {
    headers: { 'content-type': file.mediaType, 'content-disposition': `${how}; filename="${file.fileName}"` },
  })
}
