/** Builds nothing: says what is missing before every test fails for the same reason. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keepFixtures } from '../fixtures/index'
import { chromium, firefox } from '../../scripts/browsers.mjs'

export default async function setup(): Promise<void> {
  for (const target of ['chrome', 'firefox']) {
    const manifest = fileURLToPath(new URL(`../../dist/${target}/manifest.json`, import.meta.url))
    if (!existsSync(manifest))
      throw new Error(`dist/${target} is missing: run npm run build first.`)
  }
  process.env.CHROMIUM_PATH ??= await chromium()
  process.env.FIREFOX_PATH ??= await firefox()
  await keepFixtures(fileURLToPath(new URL('../../.cache/fixtures.bin', import.meta.url)))
}
