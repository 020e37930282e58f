// Where the boxes of a history stand: columns by order of succession, rows by order of appearance. Pure arithmetic.

export interface LineageNode {
  id: string
  /** Name, as it is written on the box. */
  name: string
  /** Below the name: the years. */
  note?: string
  href?: string
  /** The thing the page is about. */
  here?: boolean
}

export interface LineageLink {
  from: string
  to: string
  /** What happened: “sáp nhập, 01/7/2025”. */
  text?: string
}

export interface Box extends LineageNode {
  x: number
  y: number
  lines: string[]
}

export const box = { width: 190, height: 74, gapX: 70, gapY: 18 }

export interface Layout {
  width: number
  height: number
  boxes: Box[]
  paths: { d: string; key: string }[]
}

export function layoutOf(nodes: LineageNode[], links: LineageLink[]): Layout {
  const column = columnsOf(nodes, links)
  const columns = Math.max(...column.values(), 0) + 1
  const inColumn = Array.from({ length: columns }, (_, at) => nodes.filter((node) => column.get(node.id) === at))
  const rows = Math.max(...inColumn.map((each) => each.length), 1)
  const height = rows * box.height + (rows - 1) * box.gapY
  const boxes = inColumn.flatMap((each, at) => {
    const own = each.length * box.height + (each.length - 1) * box.gapY
    return each.map((node, row) => ({
      ...node,
      x: at * (box.width + box.gapX),
      y: (height - own) / 2 + row * (box.height + box.gapY),
      lines: breakLines(node.name, 21, 2),
    }))
  })
  const byId = new Map(boxes.map((each) => [each.id, each]))
  const paths = links.flatMap(({ from, to }) => {
    const [a, b] = [byId.get(from), byId.get(to)]
    if (!a || !b) return []
    const [x1, y1, x2, y2] = [a.x + box.width, a.y + box.height / 2, b.x - 9, b.y + box.height / 2]
    const middle = x2 - box.gapX / 2
    return [{ key: `${from}-${to}`, d: `M${x1} ${y1}H${middle}V${y2}H${x2}` }]
  })
  return { width: columns * (box.width + box.gapX) - box.gapX, height, boxes, paths }
}

/** A thing stands one column right of the last of those it came from. */
function columnsOf(nodes: LineageNode[], links: LineageLink[]): Map<string, number> {
  const column = new Map(nodes.map((node) => [node.id, 0]))
  for (let round = 0; round < nodes.length; round++) {
    let moved = false
    for (const { from, to } of links) {
      const wanted = (column.get(from) ?? 0) + 1
      if (!column.has(to) || !column.has(from) || column.get(to)! >= wanted) continue
      column.set(to, wanted)
      moved = true
    }
    if (!moved) break
  }
  return column
}

/** Breaks a name between words into at most `most` lines; what does not fit ends in an ellipsis. */
export function breakLines(text: string, length: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && (last.length + 1 + word.length <= length || lines.length > most)) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  if (lines.length > most) return [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, length - 1)}…`]
  return lines
}
