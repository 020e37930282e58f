// Plain facts that rendered HTML must keep; a quick look without a browser (the journeys run axe on /ui as well).

/** What is wrong with this piece of HTML, as sentences; empty when nothing is. */
export function faultsOf(html: string): string[] {
  const tags = [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)].map((match) => ({
    name: match[1]!,
    attributes: attributesOf(match[2] ?? ''),
  }))
  const ids = tags.flatMap((tag) => tag.attributes['id'] ?? [])
  const labelled = new Set(tags.filter((tag) => tag.name === 'label').map((tag) => tag.attributes['for']))
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id “${id}” twice`),
    ...tags.filter((tag) => 'style' in tag.attributes).map((tag) => `style attribute on ${tag.name}`),
    ...tags.flatMap(({ name, attributes }) => faultsOfTag(name, attributes, ids, labelled, html)),
    ...[...html.matchAll(/<(button|a|summary|legend|label|th|h[1-3])\b([^>]*)>(.*?)<\/\1>/gs)]
      .filter(([, , attributes, inside]) => !/aria-label=/.test(attributes!) && !textOf(inside!))
      .map(([, name]) => `empty ${name}`),
    ...(/undefined|NaN|\[object Object\]/.exec(textOf(html)) ?? []).map((text) => `“${text}” in the text`),
  ]
}

function faultsOfTag(
  name: string,
  attributes: Record<string, string>,
  ids: string[],
  labelled: Set<string | undefined>,
  html: string,
): string[] {
  const faults: string[] = []
  const pointing = ['aria-describedby', 'aria-labelledby'].flatMap((key) => attributes[key]?.split(' ') ?? [])
  faults.push(...pointing.filter((id) => !ids.includes(id)).map((id) => `${name} points to missing “${id}”`))
  if (['input', 'select', 'textarea'].includes(name) && attributes['type'] !== 'hidden') {
    const wrapped = new RegExp(`<label[^>]*>(?:(?!</label>).)*name="${attributes['name']}"`, 's').test(html)
    const pressed = attributes['type'] === 'image' && attributes['alt'] // a picture that is a button says itself what it is
    if (!labelled.has(attributes['id']) && !wrapped && !attributes['aria-label'] && !pressed)
      faults.push(`${name} without label`)
  }
  if (name === 'img' && !('alt' in attributes)) faults.push('img without alt')
  if (attributes['role'] === 'img' && !attributes['aria-label']) faults.push('picture without words')
  if (name === 'a' && attributes['href'] === '') faults.push('link to nowhere')
  return faults
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key!, value ?? '']),
  )
}

function textOf(html: string): string {
  return html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .trim()
}
