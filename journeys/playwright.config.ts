// One story after the other, on the platforms that run.ts has started.
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumFlags } from './chromium.ts'

const { CHROMIUM, JOURNEYS_FOLDER = 'test-results', JOURNEYS_TRIAL } = process.env

export default defineConfig({
  testDir: '.',
  outputDir: join(JOURNEYS_FOLDER, 'results'),
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: './reporter.ts',
  use: {
    baseURL: JOURNEYS_TRIAL,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: { executablePath: CHROMIUM, args: chromiumFlags },
  },
})
