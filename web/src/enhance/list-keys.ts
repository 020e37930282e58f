// x
const a: number = 1
document.title = String(a)
export {}
