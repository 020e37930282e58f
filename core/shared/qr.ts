// A QR code, drawn. Pure.
import qrcode from 'qrcode-generator'

/** A QR code as one SVG path of squares in rows, on a field of `size` with the quiet margin the standard asks. */
export function pictureOf(text: string): { size: number; path: string } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const [count, margin] = [code.getModuleCount(), 4]
  let path = ''
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++) {
      const from = column
      while (column < count && code.isDark(row, column)) column++
      const wide = column - from
      if (wide > 0) path += `M${from + margin} ${row + margin}h${wide}v1h-${wide}z`
    }
  return { size: count + 2 * margin, path }
}
