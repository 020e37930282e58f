// The picture of targets as SVG: a bar a share, a line at the level asked for, every number with its memory.
import type { Bar, Block, Run } from '../document.ts'
import { attributesOf, escape, plainHtml } from './runs.ts'

const at = { label: 236, bar: 250, barEnd: 510, value: 522, level: 590 }
const width = 720
const row = 34

export const stateWords: Record<Bar['state'], string> = {
  reached: 'đạt',
  notReached: 'chưa đạt',
  provisional: 'tạm tính đạt',
  noData: 'chưa có số liệu',
}

export function chartHtml({ title, bars }: Extract<Block, { kind: 'chart' }>): string {
  const height = bars.length * row + 8
  const hatch = `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="6" height="6" fill="#fff"/><rect width="2.5" height="6" fill="#444"/></pattern></defs>`
  return `<figure class="chart" tabindex="0"><figcaption>${plainHtml(title)}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${plainHtml(title)}">${hatch}
${bars.map(barSvg).join('\n')}
</svg></figure>`
}

function barSvg(bar: Bar, no: number): string {
  const top = no * row + 6
  const scale = (percent: number) => at.bar + (Math.min(Math.max(percent, 0), 100) * (at.barEnd - at.bar)) / 100
  const fill = { reached: '#444', notReached: '#fff', provisional: 'url(#hatch)', noData: 'none' }[bar.state]
  const stroke = bar.state === 'notReached' ? 'stroke="#444" stroke-width="2"' : 'stroke="#444"'
  const length = bar.value === null ? 0 : scale(bar.value) - at.bar
  const level = scale(bar.threshold)
  return `<g>
${textSvg(bar.label, { x: at.label, y: top + 15, anchor: 'end' })}
<rect x="${at.bar}" y="${top}" width="${at.barEnd - at.bar}" height="20" fill="#f1f1f1"/>
<rect x="${at.bar}" y="${top}" width="${length.toFixed(1)}" height="20" fill="${fill}" ${stroke}/>
<path d="M${level.toFixed(1)} ${top - 4}v28" stroke="#000" stroke-width="2" stroke-dasharray="4 2"/>
${textSvg(bar.figure, { x: at.value, y: top + 15, anchor: 'start' })}
${textSvg([...bar.thresholdLabel, { kind: 'text', text: `: ${stateWords[bar.state]}` }], { x: at.level, y: top + 15, anchor: 'start' })}
</g>`
}

function textSvg(runs: readonly Run[], { x, y, anchor }: { x: number; y: number; anchor: 'start' | 'end' }): string {
  const spans = runs.map((run) =>
    run.kind === 'text'
      ? escape(run.text)
      : `<tspan ${attributesOf(run).replace(/ title="[^"]*"/, '')}>${escape(run.text)}</tspan>`,
  )
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="13">${spans.join('')}</text>`
}
