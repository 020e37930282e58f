// The bow from one place to another on a map. Pure arithmetic.

type Point = [number, number]

/** Bent to the left of its way, so that there and back are two; it ends at the edge of the circle it leads to. */
export function wayOf([x1, y1]: Point, [x2, y2]: Point, radius: number): string {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const bend: Point = [(x1 + x2) / 2 + dy * 0.18, (y1 + y2) / 2 - dx * 0.18]
  const last = Math.hypot(x2 - bend[0], y2 - bend[1]) || 1
  const short = Math.min(radius + 2, last) / last
  const end: Point = [x2 - (x2 - bend[0]) * short, y2 - (y2 - bend[1]) * short]
  return `M${said([x1, y1])}Q${said(bend)} ${said(end)}`
}

const said = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`
