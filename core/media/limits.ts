// How much a citizen may attach, and how pictures are made anew: data, with its basis beside it.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const file = new URL('./data/limits.json', import.meta.url)

export const limits = z
  .object({
    mostFiles: z.number().int(),
    megabytesEach: z.number(),
    megabytesTogether: z.number(),
    mostMegapixels: z.number(),
    mostPages: z.number().int(),
    /** Of one packed table of contents inside a PDF. */
    unpackedMegabytes: z.number(),
    textKilobytes: z.number(),
    /** Of a new picture and of its thumbnail, in pixels. */
    longestSide: z.number().int(),
    thumbnailSide: z.number().int(),
    /** Of JPEG and WebP, from 1 to 100. */
    quality: z.number().int(),
    mostBoxes: z.number().int(),
    /** At the door no file is looked at for longer, and no more than so many wait to be looked at. */
    secondsOfLook: z.number(),
    mostLooks: z.number().int(),
    /** Longer than this no picture is worked on, nor waited for the virus scanner. */
    secondsOfJob: z.number(),
    secondsOfScan: z.number(),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8')))

export type Limits = typeof limits
