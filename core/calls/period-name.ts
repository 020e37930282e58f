// “2023-H1” as words: “6 tháng đầu năm 2023”. Pure.

export function periodName(key: string): string {
  const [year, part] = key.split('-')
  if (!part) return `năm ${year}`
  if (part === 'H1') return `6 tháng đầu năm ${year}`
  if (part === 'H2') return `6 tháng cuối năm ${year}`
  return part.startsWith('Q') ? `quý ${part[1]} năm ${year}` : `tháng ${Number(part)} năm ${year}`
}
