// The map of published cases can be moved and looked at nearer; without script it stands still and its list is whole.
import { panZoom } from './pan-zoom.ts'

for (const svg of document.querySelectorAll<SVGSVGElement>('svg[data-moving]')) {
  const said = JSON.parse(svg.dataset.moving!) as { nearer: string; farther: string; whole: string }
  const dots = [...svg.querySelectorAll<SVGGElement>('[data-dot]')]
  const { zoom, whole } = panZoom(svg, {
    most: 32,
    changed: (_, nearer) => {
      for (const dot of dots) {
        const [x, y] = dot.dataset.dot!.split(' ')
        dot.setAttribute('transform', `translate(${x} ${y}) scale(${1 / nearer})`)
      }
    },
  })
  const tools = Object.assign(document.createElement('div'), { className: 'tools unprinted' })
  const buttons: [string, () => void][] = [
    [said.nearer, () => zoom(2)],
    [said.farther, () => zoom(0.5)],
    [said.whole, whole],
  ]
  for (const [label, press] of buttons) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label })
    button.className = 'button quiet'
    button.addEventListener('click', press)
    tools.append(button)
  }
  svg.after(tools)
}

export {}
