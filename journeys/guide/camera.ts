// The browser that takes the pictures: signs people in, cuts out what a picture is about, keeps the files small.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { samplePassword } from '../../core/sample/cast.ts'
import { chromiumFlags } from '../chromium.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'hinh')

export interface Camera {
  /** A window of this width, not signed in. */
  window(width?: number): Promise<Page>
  /** A window in which this person is signed in, on his desk. */
  as(username: string, options?: { width?: number; password?: string }): Promise<Page>
  close(): Promise<void>
}

export async function openCamera(executablePath: string, baseURL: string): Promise<Camera> {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags })
  return {
    window: (width = 1280) => openWindow(browser, baseURL, width),
    async as(username, { width = 1280, password = samplePassword } = {}) {
      const page = await openWindow(browser, baseURL, width)
      await page.goto('/dang-nhap')
      await page.getByLabel('Tên đăng nhập').fill(username)
      await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await page.waitForURL(/ban-lam-viec|mat-khau/)
      return page
    },
    close: () => browser.close(),
  }
}

async function openWindow(browser: Browser, baseURL: string, width: number): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, viewport: { width, height: 800 } },
    ...{ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' },
  })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** Where a picture begins and ends; without them: the head of the page and as much as `height` shows. */
export interface Cut {
  from?: Locator
  to?: Locator
  height?: number
  /** No higher than this. */
  most?: number
  /** Only as wide as what is shown, not as the page. */
  narrow?: boolean
}

/** Writes docs/guide/hinh/<name>.png. The window is made tall first, so that nothing that sticks lies over the rest. */
export async function picture(page: Page, name: string, cut: Cut = {}): Promise<void> {
  const width = page.viewportSize()!.width
  await page.mouse.move(0, 0)
  await page.setViewportSize({ width, height: 5000 })
  await page.evaluate('scrollTo(0, 0)')
  const clip = await areaOf(width, cut)
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, clip, animations: 'disabled', caret: 'hide' })
  await page.setViewportSize({ width, height: 800 })
  shrink(path)
  console.log(`${name}.png  ${Math.round(clip.width)} × ${Math.round(clip.height)}`)
}

const air = 14

async function areaOf(width: number, { from, to = from, height = 760, most = 3000, narrow = false }: Cut) {
  if (!from || !to) return { x: 0, y: 0, width, height }
  const [first, last] = [await boxOf(from), await boxOf(to)]
  const top = Math.max(0, first.y - air)
  const bottom = Math.max(first.y + first.height, last.y + last.height) + air
  const margin = width > 700 ? 46 : 0
  const left = narrow ? Math.max(0, Math.min(first.x, last.x) - air) : margin
  const right = narrow ? Math.max(first.x + first.width, last.x + last.width) + air : width - margin
  return { x: left, y: top, width: Math.min(right, width) - left, height: Math.min(bottom - top, most) }
}

async function boxOf(part: Locator) {
  const box = await part.first().boundingBox()
  if (!box) throw new Error(`không thấy ${part}`)
  return box
}

/** With pngquant (Debian) installed the files become a third as large; without it they are left as they are. */
function shrink(path: string): void {
  spawnSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--quality', '60-95', '--output', path, path])
}

/** Opens a “Trả lại kèm lý do” and the like. */
export async function openPanel(page: Page, label: string): Promise<Locator> {
  const panel = page.locator('details', { has: page.locator('summary.button', { hasText: label }) })
  await panel.locator('summary.button').click()
  return panel
}
