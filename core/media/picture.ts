// Pictures written anew: upright, in plain colours, without a word about where, when and by what they were taken.
// Runs in the workshop's own process, as the bytes may be made to harm whoever decodes them.
import sharp, { type Sharp } from 'sharp'
import type { Limits } from './limits.ts'

export type PictureFault = 'broken' | 'tooManyPixels' | 'badBoxes'

export interface Picture {
  bytes: Uint8Array
  mediaType: 'image/jpeg' | 'image/webp'
  width: number
  height: number
}

export interface Reencoded {
  picture: Picture
  thumbnail: Picture
}

export type PictureLimits = Pick<Limits, 'mostMegapixels' | 'longestSide' | 'thumbnailSide' | 'quality' | 'mostBoxes'>

export type Format = 'jpeg' | 'webp'

/** A part of the picture as it is shown, in shares of its width and height from 0 to 1. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** One processor, nothing kept from one picture to the next, and no decoder but these four. */
export function restrain(): void {
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  const kinds = ['Jpeg', 'Png', 'Webp', 'Heif']
  sharp.unblock({ operation: kinds.map((kind) => `VipsForeignLoad${kind}Buffer`) })
}

type Answer<T> = Promise<T | { fault: PictureFault }>

/** Decodes it whole, if small; what is cut or damaged shows. Answers its size as it will be shown. */
export async function look(bytes: Uint8Array, limits: PictureLimits): Answer<{ width: number; height: number }> {
  return told(async () => {
    const { autoOrient } = await opened(bytes, limits).metadata()
    await opened(bytes, limits).resize(64, 64, { fit: 'inside' }).raw().toBuffer()
    return { width: autoOrient.width, height: autoOrient.height }
  })
}

export async function reencode(bytes: Uint8Array, format: Format, limits: PictureLimits): Answer<Reencoded> {
  return told(async () => written(await decoded(bytes, limits), format, limits))
}

/** Each box becomes a few large even squares: what was under it is nowhere in the new picture. */
export async function blur(bytes: Uint8Array, boxes: readonly Box[], limits: PictureLimits): Answer<Reencoded> {
  if (boxes.length > limits.mostBoxes || !boxes.every(isBox)) return { fault: 'badBoxes' }
  return told(async () => {
    const pixels = await decoded(bytes, limits)
    for (const box of boxes) cover(pixels, box)
    return written(pixels, 'jpeg', limits)
  })
}

async function told<T>(work: () => Promise<T>): Answer<T> {
  try {
    return await work()
  } catch (error) {
    return { fault: /pixel limit/i.test(String(error)) ? 'tooManyPixels' : 'broken' }
  }
}

function opened(bytes: Uint8Array, { mostMegapixels }: PictureLimits): Sharp {
  return sharp(bytes, { limitInputPixels: mostMegapixels * 1e6, failOn: 'error', autoOrient: true })
}

interface Pixels {
  data: Buffer
  width: number
  height: number
}

/** Three bytes a pixel; what is transparent becomes white. */
async function decoded(bytes: Uint8Array, limits: PictureLimits): Promise<Pixels> {
  const side = limits.longestSide
  const { data, info } = await opened(bytes, limits)
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`${info.channels} channels`)
  return { data, width: info.width, height: info.height }
}

async function written(pixels: Pixels, format: Format, limits: PictureLimits): Promise<Reencoded> {
  const { thumbnailSide: side } = limits
  const small = raw(pixels).resize(side, side, { fit: 'inside', withoutEnlargement: true })
  return {
    picture: await saved(raw(pixels), format, limits),
    thumbnail: await saved(small, format, limits),
  }
}

const raw = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })

async function saved(picture: Sharp, format: Format, { quality }: PictureLimits): Promise<Picture> {
  const { data, info } = await picture.toFormat(format, { quality }).toBuffer({ resolveWithObject: true })
  return { bytes: data, mediaType: `image/${format}`, width: info.width, height: info.height }
}

function isBox({ left, top, width, height }: Box): boolean {
  const slip = 1e-6
  return left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= 1 + slip && top + height <= 1 + slip
}

/** So many squares on the longer side of a box at most, each at least so many pixels wide, in so few shades of a colour. */
const squares = 4
const leastSquare = 12
const shade = 32

function cover(pixels: Pixels, box: Box): void {
  const from = {
    x: Math.max(0, Math.floor(box.left * pixels.width) - 2),
    y: Math.max(0, Math.floor(box.top * pixels.height) - 2),
  }
  const to = {
    x: Math.min(pixels.width, Math.ceil((box.left + box.width) * pixels.width) + 2),
    y: Math.min(pixels.height, Math.ceil((box.top + box.height) * pixels.height) + 2),
  }
  const square = Math.max(leastSquare, Math.ceil(Math.max(to.x - from.x, to.y - from.y) / squares))
  for (let y = from.y; y < to.y; y += square)
    for (let x = from.x; x < to.x; x += square)
      level(pixels, { x, y, right: Math.min(to.x, x + square), bottom: Math.min(to.y, y + square) })
}

/** Gives a square its mean colour, rounded. */
function level({ data, width }: Pixels, at: { x: number; y: number; right: number; bottom: number }): void {
  for (let channel = 0; channel < 3; channel++) {
    let sum = 0
    for (let y = at.y; y < at.bottom; y++)
      for (let x = at.x; x < at.right; x++) sum += data[(y * width + x) * 3 + channel]!
    const mean = sum / ((at.right - at.x) * (at.bottom - at.y))
    const even = Math.min(255, Math.round(mean / shade) * shade)
    for (let y = at.y; y < at.bottom; y++)
      for (let x = at.x; x < at.right; x++) data[(y * width + x) * 3 + channel] = even
  }
}
