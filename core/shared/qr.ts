// A QR code, drawn. Pure.
import qrcode from 'qrcode-generator'

/** A QR code as one SVG path of unit squares, on a field of `size` with the quiet margin the standard asks. */
export function pictureOf(text: string): { size: number; path: string } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const [count, margin] = [code.getModuleCount(), 4]
  let path = ''
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) path += `M${column + margin} ${row + margin}h1v1h-1z`
  return { size: count + 2 * margin, path }
}
