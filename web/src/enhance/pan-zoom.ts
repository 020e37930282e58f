// Moves and zooms a drawing by finger, pointer and keys: only what is seen changes (its viewBox), never the drawing.
export interface Seen {
  x: number
  y: number
  width: number
  height: number
}

interface Options {
  /** How many times nearer than the whole at most. */
  most: number
  /** Pressed without being moved; in the measure of the drawing. */
  tapped?: (x: number, y: number) => void
  changed?: (seen: Seen, nearer: number) => void
}

export function panZoom(svg: SVGSVGElement, { most, tapped, changed }: Options) {
  const { x, y, width, height } = svg.viewBox.baseVal
  const whole: Seen = { x, y, width, height }
  let seen = { ...whole }
  const held = new Map<number, { x: number; y: number }>()
  let moved = 0

  const show = () => {
    svg.setAttribute('viewBox', `${seen.x} ${seen.y} ${seen.width} ${seen.height}`)
    // Seen whole there is nothing to move: the finger scrolls the page.
    svg.style.touchAction = seen.width < whole.width ? 'none' : 'pan-y'
    changed?.(seen, whole.width / seen.width)
  }
  const within = (value: number, size: number, from: number, all: number) =>
    Math.min(Math.max(value, from), from + all - size)
  const look = (next: Seen) => {
    seen = next
    seen.x = within(seen.x, seen.width, whole.x, whole.width)
    seen.y = within(seen.y, seen.height, whole.y, whole.height)
    show()
  }
  const at = ({ clientX, clientY }: { clientX: number; clientY: number }): [number, number] => {
    const box = svg.getBoundingClientRect()
    const [partX, partY] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height]
    return [seen.x + partX * seen.width, seen.y + partY * seen.height]
  }
  /** The point under the finger stays there. */
  const zoom = (by: number, [px, py]: [number, number] = [seen.x + seen.width / 2, seen.y + seen.height / 2]) => {
    const size = Math.min(whole.width, Math.max(whole.width / most, seen.width / by))
    const scale = size / seen.width
    const [nx, ny] = [px - (px - seen.x) * scale, py - (py - seen.y) * scale]
    look({ x: nx, y: ny, width: size, height: seen.height * scale })
  }
  const pan = (partX: number, partY: number) =>
    look({ ...seen, x: seen.x + partX * seen.width, y: seen.y + partY * seen.height })

  svg.addEventListener('pointerdown', (event) => {
    held.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (held.size === 1) moved = 0
  })
  addEventListener('pointermove', (event) => {
    const before = held.get(event.pointerId)
    if (!before) return
    const box = svg.getBoundingClientRect()
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y]
    moved += Math.hypot(dx, dy)
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1]
    if (other) {
      const far = (p: { x: number; y: number }) => Math.max(20, Math.hypot(p.x - other.x, p.y - other.y))
      const middle = { clientX: (event.clientX + other.x) / 2, clientY: (event.clientY + other.y) / 2 }
      zoom(far({ x: event.clientX, y: event.clientY }) / far(before), at(middle))
      moved = 99
    } else if (moved > 6 && seen.width < whole.width) pan(-dx / box.width, -dy / box.height)
    held.set(event.pointerId, { x: event.clientX, y: event.clientY })
  })
  const released = (event: PointerEvent) => {
    if (!held.delete(event.pointerId)) return
    if (event.type === 'pointerup' && moved <= 6 && held.size === 0) tapped?.(...at(event))
  }
  addEventListener('pointerup', released)
  addEventListener('pointercancel', released)
  svg.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && seen.width === whole.width && event.deltaY > 0) return
      if (!event.ctrlKey && document.activeElement !== svg) return // the page scrolls past the map
      event.preventDefault()
      zoom(event.deltaY < 0 ? 1.25 : 0.8, at(event))
    },
    { passive: false },
  )
  svg.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] }[event.key]
    if (step) pan(step[0]!, step[1]!)
    else if (event.key === '+' || event.key === '=') zoom(1.6)
    else if (event.key === '-') zoom(1 / 1.6)
    else if (event.key === 'Enter' && tapped && event.target === svg)
      tapped(seen.x + seen.width / 2, seen.y + seen.height / 2)
    else return
    event.preventDefault()
  })
  show()
  return { zoom, whole: () => look({ ...whole }) }
}
