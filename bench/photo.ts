// A photograph for a bench, as large and as heavy as one wants.
import sharp from 'sharp'

/** Soft shapes under the grain of a sensor, so finely written that it weighs what a phone's picture weighs. */
export async function photo({ width, height, least }: Record<'width' | 'height' | 'least', number>): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3)
  let grain = 7
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++) {
        grain = (Math.imul(grain, 1103515245) + 12345) | 0
        data[at++] = 120 + 90 * Math.sin((x * (channel + 1)) / 190 + y / 140) + ((grain >>> 24) % 30)
      }
  for (let quality = 60; ; quality += 2) {
    const written = await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer()
    if (written.length >= least || quality >= 98) return written
  }
}
