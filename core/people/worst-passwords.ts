// Passwords that everybody tries first: counted runs, keyboard rows, and words common in Vietnam, whatever follows them.

/** Common beginnings; with only digits, marks or themselves repeated after them they are as easy to guess. */
const common = [
  ...['password', 'passw0rd', 'matkhau', 'matkhaumoi', 'admin', 'administrator', 'quantri', 'quantrivien'],
  ...['welcome', 'iloveyou', 'letmein', 'hellovietnam', 'vietnam', 'vietnamvodich', 'xinchao', 'anhyeuem', 'emyeuanh'],
  ...['dongthuan', 'danvan', 'dangbo', 'dangvien', 'chinhquyen', 'ubnd', 'huyenuy', 'tinhuy', 'conganxa', 'hoinongdan'],
  ...['hanoi', 'saigon', 'dongnai', 'thanhhoa', 'khongbiet', 'khongco', 'toiyeuvietnam', 'yeuvietnam', 'changeme'],
  ...['football', 'baseball', 'sunshine', 'princess', 'superman', 'master', 'dragon', 'monkey', 'test', 'demo', 'abc'],
]
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz', '1qaz2wsx3edc4rfv5tgb']

export function isAmongTheWorst(password: string): boolean {
  const plain = password
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/\s/g, '')
  if (new Set(plain).size <= 3) return true
  if (isRun(plain)) return true
  const letters = plain.replace(/^[\d\W_]+|[\d\W_]+$/g, '')
  return letters === '' ? isRun(plain.replaceAll(/\W/g, '')) : common.includes(letters) || isRun(letters)
}

/** Part of a keyboard row or of counting, forwards or backwards, also when repeated. */
function isRun(text: string): boolean {
  return rows.some((row) => {
    const forwards = row.repeat(Math.ceil(text.length / row.length) + 1)
    const backwards = [...forwards].reverse().join('')
    return text.length >= 3 && (forwards.includes(text) || backwards.includes(text) || repeats(text, row))
  })
}

function repeats(text: string, row: string): boolean {
  for (let length = 3; length <= text.length / 2; length++) {
    const piece = text.slice(0, length)
    if (row.includes(piece) && piece.repeat(Math.ceil(text.length / length)).startsWith(text)) return true
  }
  return false
}
