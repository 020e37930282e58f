// Plain sentences for the faults the schemas find; a schema with its own words keeps them.
import type { z } from 'zod'
import type { Sentence } from './result.ts'

type Issue = z.core.$ZodIssue

/** The library's own words; a schema that says something else meant it. */
const standard = /^(Invalid|Too |Unrecognized|Expected)/

/** `blank`: nothing stood there, before anything was converted. */
export function sentenceOfIssue(issue: Issue, blank: boolean = isMissing(issue)): Sentence {
  if (issue.code === 'custom' && typeof issue.params?.en === 'string') return { vi: issue.message, en: issue.params.en }
  if (!standard.test(issue.message)) return { vi: issue.message, en: issue.message }
  switch (issue.code) {
    case 'invalid_type':
      return blank
        ? missing
        : (wanted[issue.expected] ?? { vi: 'Giá trị không đúng kiểu.', en: 'The value is of the wrong type.' })
    case 'too_small':
      return issue.origin === 'string'
        ? { vi: `Cần ít nhất ${issue.minimum} ký tự.`, en: `At least ${issue.minimum} characters are needed.` }
        : { vi: `Phải từ ${issue.minimum} trở lên.`, en: `Must be at least ${issue.minimum}.` }
    case 'too_big':
      return issue.origin === 'string'
        ? { vi: `Dài quá ${issue.maximum} ký tự. Hãy rút gọn.`, en: `Longer than ${issue.maximum} characters.` }
        : { vi: `Không được lớn hơn ${issue.maximum}.`, en: `Must not be greater than ${issue.maximum}.` }
    case 'invalid_value':
      if (blank) return missing
      return {
        vi: `Chỉ nhận một trong các giá trị: ${issue.values.join(', ')}.`,
        en: `Must be one of: ${issue.values.join(', ')}.`,
      }
    case 'unrecognized_keys':
      return {
        vi: `Có mục không dùng ở đây: ${issue.keys.join(', ')}.`,
        en: `Not known here: ${issue.keys.join(', ')}.`,
      }
    case 'invalid_format':
      return { vi: 'Giá trị không đúng dạng cần có.', en: 'The value is not of the form it must have.' }
    default:
      return blank ? missing : { vi: 'Giá trị không dùng được ở đây.', en: 'This value is of no use here.' }
  }
}

const missing: Sentence = { vi: 'Còn thiếu mục này. Hãy điền vào.', en: 'This is missing. Please fill it in.' }

/** Known only when the schema was asked with `reportInput`. */
function isMissing(issue: Issue): boolean {
  return 'input' in issue && issue.input === undefined
}

const wanted: Record<string, Sentence> = {
  number: { vi: 'Phải là một số.', en: 'Must be a number.' },
  int: { vi: 'Phải là số nguyên.', en: 'Must be a whole number.' },
  string: { vi: 'Phải là chữ.', en: 'Must be text.' },
  boolean: { vi: 'Phải là có hoặc không.', en: 'Must be yes or no.' },
  array: { vi: 'Phải là một danh sách.', en: 'Must be a list.' },
  object: { vi: 'Phải là một bảng tên và giá trị.', en: 'Must be a set of names and values.' },
}
