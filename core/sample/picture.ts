// Pictures for the sample, drawn in code so that nobody's photo is in it: a street of small houses, and in front what the model is about.
import sharp from 'sharp'

const [width, height] = [800, 500]
const horizon = 250
const ground = 400

/** A street in the colours of its name; the same name gives the same picture. */
export function picture(name: string): Promise<Buffer> {
  const draw = dice(name)
  const [sky, hill, lawn, road] = scenes[draw(scenes.length)]!
  const found = motifs.find(([word]) => word.test(name))
  const parts = [
    rect(0, 0, width, height, sky),
    circle(120 + draw(560), 90, 36, '#f3d58a'),
    ...[0, 1, 2].map((i) => ellipse(120 + i * 290, horizon + 70, 240, 110 + draw(40), hill)),
    ...streetOf(draw),
    rect(0, ground, width, height - ground, lawn),
    path(`M0 ${ground + 14}H${width}V${ground + 62}H0Z`, road),
    ...(found?.[1] ?? people)(draw),
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
}

type Dice = (most: number) => number

/** Whole numbers from 0, less than `most`, in an order that belongs to the name. */
function dice(name: string): Dice {
  let seed = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 2147483647, 7)
  return (most) => {
    seed = (seed * 48271) % 2147483647
    return seed % most
  }
}

const scenes = [
  ['#dcebf2', '#b9d3bd', '#8fb98a', '#d9d2c3'],
  ['#f4e9d8', '#cfd8b2', '#9cb27c', '#cfc5b0'],
  ['#e3edf0', '#a9c7c0', '#7fae98', '#d8d8d2'],
  ['#efe6ef', '#c3cbdc', '#8fb0a0', '#d6cfc9'],
] as const
const walls = ['#f7f1e3', '#f2dcc2', '#e6ecdf', '#f5e4a9', '#dfe6ee']
const roofs = ['#b5533c', '#8c4a3a', '#a3673f', '#5f6f7d']

const rect = (x: number, y: number, w: number, h: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`
const circle = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
const ellipse = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`
const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`
const line = (d: string, stroke: string, thick: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${thick}" stroke-linecap="round"/>`

function streetOf(draw: Dice): string[] {
  const street: string[] = []
  for (let x = 24 + draw(30); x < width - 90;) {
    const [w, h] = [92 + draw(50), 82 + draw(60)]
    street.push(...(draw(4) === 0 ? tree(x + w / 2, ground, 1.2) : house(x, w, h, draw)))
    x += w + 12 + draw(22)
  }
  return street
}

function house(x: number, w: number, h: number, draw: Dice): string[] {
  const top = ground - h
  const door = x + 14 + draw(Math.max(1, w - 60))
  return [
    rect(x, top, w, h, walls[draw(walls.length)]!),
    path(`M${x - 9} ${top}L${x + w / 2} ${top - 40}L${x + w + 9} ${top}Z`, roofs[draw(roofs.length)]!),
    rect(door, ground - 46, 26, 46, '#6d5843'),
    rect(x + w - 34, top + 20, 22, 22, '#7c99a6'),
  ]
}

const tree = (x: number, y: number, size: number) => [
  rect(x - 5 * size, y - 62 * size, 10 * size, 62 * size, '#7a5a3c'),
  circle(x, y - 82 * size, 40 * size, '#6a9a63'),
  circle(x + 24 * size, y - 64 * size, 26 * size, '#7dab72'),
]

type Motif = (draw: Dice) => string[]

const across = (count: number, margin = 40) =>
  Array.from({ length: count }, (_, i) => margin + (i * (width - 2 * margin)) / (count - 1))

const flowers: Motif = (draw) =>
  across(19).flatMap((x) => {
    const [y, colour] = [438 + draw(34), ['#d64f6d', '#f0b429', '#e8e3f2', '#c05299'][draw(4)]!]
    const petals = [0, 1, 2, 3, 4].map((i) =>
      circle(x + 9 * Math.cos(i * 1.257), y + 9 * Math.sin(i * 1.257), 8, colour),
    )
    return [line(`M${x} ${y}V${height}`, '#4f8a4f', 5), ...petals, circle(x, y, 6, '#7a4b18')]
  })

const lamps: Motif = () =>
  across(4, 90).flatMap((x) => [
    circle(x + 34, 300, 46, '#fbe9a6'),
    line(`M${x} 470V292q0-14 14-14h18`, '#4a4f57', 8),
    path(`M${x + 20} 280h30l8 20h-46z`, '#4a4f57'),
    circle(x + 34, 306, 11, '#fff6cf'),
  ])

const bins: Motif = () =>
  across(4, 120).flatMap((x, i) => [
    path(`M${x - 34} 404h68l-8 82h-52z`, ['#4c8a5a', '#c98a2b', '#4c78a8', '#4c8a5a'][i]!),
    rect(x - 40, 392, 80, 14, '#3d4148'),
    path(`M${x} 424c18-14 30 0 24 20-16 4-26-6-24-20zm-2 4c-16-8-28 4-20 22 14 2 22-8 20-22z`, '#f2f5ea'),
  ])

const stream: Motif = () => [
  path(`M0 440q100-26 200 0t200 0t200 0t200 0V${height}H0Z`, '#8fc1d6'),
  line('M40 470q40-14 80 0M300 480q40-14 80 0M560 470q40-14 80 0', '#e9f4f8', 5),
]

const fire: Motif = () => [
  ...across(3, 130).flatMap((x) => [
    rect(x - 16, 376, 32, 92, '#c23b32'),
    path(`M${x - 22} 376h44l-8-18h-28z`, '#8f2a24'),
    line(`M${x + 16} 408h20v46`, '#8f2a24', 7),
  ]),
]

const papers: Motif = () => [
  rect(120, 420, 560, 16, '#8a6a4a'),
  rect(150, 436, 14, 64, '#6d5843'),
  rect(636, 436, 14, 64, '#6d5843'),
  ...[210, 350, 490].flatMap((x, i) => [
    circle(x + 40, 330, 24, ['#e0b48f', '#d9a77c', '#e6c1a0'][i]!),
    path(`M${x} 420q2-60 40-60t40 60z`, ['#4c78a8', '#8a5a9a', '#4c8a5a'][i]!),
    rect(x + 18, 402, 44, 20, '#ffffff'),
    line(`M${x + 26} 408h28M${x + 26} 415h18`, '#9aa3ad', 2),
  ]),
]

const drum: Motif = () => [
  path('M310 350q90-30 180 0l-16 120q-74 22-148 0z', '#a8432f'),
  ellipse(400, 350, 90, 24, '#f0e0c0'),
  line('M300 320l70 34M500 312l-66 40', '#6d5843', 9),
  ...people((most) => most - 1).filter((_, i) => i < 4 || i > 11),
]

const market: Motif = () =>
  across(4, 110).flatMap((x, i) => [
    path(`M${x - 70} 380h140l-18-40h-104z`, ['#c9573f', '#4c8a5a', '#c98a2b', '#4c78a8'][i]!),
    rect(x - 60, 420, 120, 56, '#8a6a4a'),
    line(`M${x - 58} 380v96M${x + 58} 380v96`, '#6d5843', 6),
    ...[-36, -12, 12, 36].map((at) => circle(x + at, 414, 12, '#d77a3a')),
  ])

function people(draw: Dice): string[] {
  return across(8).flatMap((x) => {
    const shirt = ['#4c78a8', '#4c8a5a', '#c9573f', '#8a5a9a', '#c98a2b'][draw(5)]!
    return [path(`M${x - 26} 480q2-66 26-66t26 66z`, shirt), circle(x, 398, 19, '#dcae86')]
  })
}

/** The first whose word is in the name. */
const motifs: readonly (readonly [RegExp, Motif])[] = [
  [/hoa/i, flowers],
  [/sáng|đèn/i, lamps],
  [/cháy/i, fire],
  [/chợ|ni lông/i, market],
  [/mương|kênh|sông/i, stream],
  [/rác|phân/i, bins],
  [/trống/i, drum],
  [/thủ tục|hồ sơ|hẹn/i, papers],
]
