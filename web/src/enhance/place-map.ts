// Pointing at a place with a script: a map that moves under the finger, and “where I am”, asked of the phone only when pressed. Nothing
// is fetched from elsewhere: outlines come from this platform.
import { dotOf, frameOf, nameSpot, picture, pointOf, type Frame } from '@dong-thuan/core/cases/spot/frame.ts'
import { tileAddress, tilesOver } from '@dong-thuan/core/places/tile.ts'
import type { Boundary, Box, Point } from '@dong-thuan/core/places/boundary.ts'
import { panZoom } from './pan-zoom.ts'

interface Said {
  language: 'vi' | 'en'
  open: string
  deskFirst: string
  noMap: string
  help: string
  label: string
  nearer: string
  farther: string
  whole: string
  here: string
  notHere: string
  clear: string
  pointed: string
  toDesk: string
}
interface Map {
  name: string
  geometry: Boundary
  box: Box
  neighbours: { name: string; geometry: Boundary }[]
  tiles: { credit: string } | null
}

const place = document.querySelector<HTMLFieldSetElement>('fieldset[data-place-map]')
const form = place?.form
const mostNear = 64

function svgOf(tag: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  made.textContent = text
  return made
}

const ringsOf = (shape: Boundary) => (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat())
const pathOf = (shape: Boundary, frame: Frame) =>
  ringsOf(shape)
    .map((ring) => `M${ring.map(([lon, lat]) => dotOf(frame, { lat, lon }).join(' ')).join('L')}Z`)
    .join('')

function nameOf(name: string, shape: Boundary, frame: Frame): SVGElement[] {
  const at = nameSpot(shape, frame)
  return at ? [svgOf('text', { x: at[0], y: at[1], 'font-size': 13 }, name)] : []
}

/** The pictures below what is seen, as fine as it is near. */
function picturesIn(frame: Frame, seen: { x: number; y: number; width: number; height: number }): SVGElement[] {
  const [first, last] = [pointOf(frame, seen.x, seen.y), pointOf(frame, seen.x + seen.width, seen.y + seen.height)]
  return tilesOver({ west: first.lon, north: first.lat, east: last.lon, south: last.lat }).map((tile) => {
    const [x, y] = dotOf(frame, { lat: tile.north, lon: tile.west })
    const [right, bottom] = dotOf(frame, { lat: tile.south, lon: tile.east })
    const size = { width: right - x, height: bottom - y }
    return svgOf('image', { href: tileAddress(tile), x, y, ...size, preserveAspectRatio: 'none' })
  })
}

function start(fieldset: HTMLFieldSetElement, of: HTMLFormElement): void {
  const said = JSON.parse(fieldset.dataset.placeMap!) as Said
  const field = (name: string) => of.elements.namedItem(name) as HTMLInputElement
  const desk = field('desk') as unknown as HTMLSelectElement
  fieldset.querySelector<HTMLElement>('[data-without-script]')!.hidden = true
  const room = document.createElement('div')
  const status = Object.assign(document.createElement('p'), { role: 'status' })
  const tools = Object.assign(document.createElement('div'), { className: 'tools' })
  fieldset.append(room, tools, status)
  fieldset.querySelector('[data-pointed]')?.remove()

  const button = (label: string, press: () => void) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', textContent: label })
    made.className = 'button quiet'
    made.addEventListener('click', press)
    return made
  }
  /** The draft keeps it. */
  const changed = () => of.dispatchEvent(new Event('input', { bubbles: true }))
  const setPoint = (point: Point | null) => {
    field('lat').value = point ? String(point.lat) : ''
    field('lon').value = point ? String(point.lon) : ''
    changed()
  }
  const pointNow = (): Point | null =>
    field('lat').value === '' ? null : { lat: Number(field('lat').value), lon: Number(field('lon').value) }

  const tell = async (point: Point | null) => {
    fieldset.querySelector('[data-problem]')?.remove()
    status.textContent = ''
    if (!point) return
    const at = `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`
    status.textContent = said.pointed.replace('{at}', at)
    const asked = await fetch(`/api/submissions/spot?desk=${desk.value}&lat=${point.lat}&lon=${point.lon}`).catch(
      () => null,
    )
    if (!asked?.ok) return // the platform says it when the form is sent
    const { fits, other, sentence } = await asked.json()
    if (fits) return
    status.textContent = sentence[said.language]
    if (other && [...desk.options].some(({ value }) => value === String(other.id)))
      status.append(
        ' ',
        button(said.toDesk.replace('{desk}', other.name), () => {
          desk.value = String(other.id)
          changed()
          void open()
        }),
      )
  }

  const open = async () => {
    if (desk.value === '') {
      status.textContent = said.deskFirst
      desk.focus()
      return
    }
    const asked = await fetch(`/api/submissions/map?desk=${desk.value}`).catch(() => null)
    const map = asked?.ok ? ((await asked.json()).map as Map | null) : null
    if (!map) {
      status.textContent = said.noMap
      room.replaceChildren()
      tools.replaceChildren()
      return
    }
    draw(map)
  }

  const draw = (map: Map) => {
    const frame = frameOf(map.box, null)
    const { width, height } = picture
    const label = said.label.replace('{place}', map.name)
    const svg = svgOf('svg', {
      viewBox: `0 0 ${width} ${height}`,
      role: 'application',
      tabindex: 0,
      'aria-label': label,
    })
    const below = svgOf('g', {})
    svg.append(below)
    if (map.tiles) svg.classList.add('over-tiles')
    for (const { geometry } of map.neighbours) svg.append(svgOf('path', { d: pathOf(geometry, frame) }))
    svg.append(svgOf('path', { class: 'own', d: pathOf(map.geometry, frame) }))
    const names = [map, ...map.neighbours].flatMap(({ name, geometry }) => nameOf(name, geometry, frame))
    const pin = svgOf('circle', { class: 'pin', r: 0 })
    const cross = svgOf('path', { class: 'cross' })
    svg.append(...names, pin, cross)
    const credit = Object.assign(document.createElement('p'), { className: 'small muted' })
    credit.textContent = map.tiles?.credit ?? ''
    room.replaceChildren(svg, ...(map.tiles ? [credit] : []))
    let near = 1
    const mark = () => {
      const point = pointNow()
      const [x, y] = point ? dotOf(frame, point) : [0, 0]
      pin.setAttribute('cx', String(x))
      pin.setAttribute('cy', String(y))
      pin.setAttribute('r', String(point ? 9 / near : 0))
    }
    const choose = (point: Point | null) => {
      setPoint(point)
      mark()
      void tell(point)
    }
    const moving = panZoom(svg as SVGSVGElement, {
      most: mostNear,
      tapped: (x, y) => choose(pointOf(frame, x, y)),
      changed: (seen, nearer) => {
        near = nearer
        for (const name of names) name.setAttribute('font-size', String(13 / nearer))
        const [x, y, arm] = [seen.x + seen.width / 2, seen.y + seen.height / 2, 7 / nearer]
        if (map.tiles) below.replaceChildren(...picturesIn(frame, seen))
        cross.setAttribute('d', `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`)
        mark()
      },
    })
    const here = button(said.here, () =>
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const point = { lat: Number(coords.latitude.toFixed(6)), lon: Number(coords.longitude.toFixed(6)) }
          choose(point)
          moving.whole()
        },
        () => (status.textContent = said.notHere),
        { enableHighAccuracy: true, timeout: 20_000 },
      ),
    )
    tools.replaceChildren(
      button(said.nearer, () => moving.zoom(2)),
      button(said.farther, () => moving.zoom(0.5)),
      button(said.whole, moving.whole),
      ...('geolocation' in navigator ? [here] : []),
      button(said.clear, () => choose(null)),
    )
    status.textContent = said.help
    void tell(pointNow())
  }

  tools.append(button(said.open, () => void open()))
  desk.addEventListener('change', () => room.firstChild && void open())
  if (pointNow()) void open()
}

if (place && form) start(place, form)
