// Shows every page in every state with a stand-in for the browser, takes a picture of each into
// .cache/screens/ and lets axe look at it. Needs an installed Chromium (CHROMIUM=path).
// Usage: node scripts/screens.mjs [part of a name]
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRequire } from 'node:module'
import preact from '@preact/preset-vite'
import { chromium } from 'playwright-core'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SITE = join(ROOT, '.cache/screens-site')
const OUT = join(ROOT, '.cache/screens')
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** As in manifest.json: what breaks under it would break in the extension. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

const SEALS = [
  'qualified',
  'qualified-certificate',
  'advanced',
  'unknown-chain',
  'other-sealer',
  'revoked',
]
const POPUP = { page: 'popup', width: 400, height: 600 }
const DETAILS = [
  'trusted',
  'authentic',
  'expired',
  'altered',
  'unverifiable',
  'none',
  'hostile',
  'found',
  'checking',
  'permission',
]
const LISTS = [
  'list',
  'mixed',
  'found',
  'hostile',
  'empty',
  'unreachable',
  'private',
  'silent',
  'gone',
]

const FILES = { page: 'files', width: 1000, height: 800 }

const SHOTS = [
  { ...FILES, name: 'files-empty', scene: 'empty' },
  { ...FILES, name: 'files-list', scene: 'files' },
  { ...FILES, name: 'files-dark', scene: 'files', dark: true },
  { ...FILES, name: 'files-narrow', scene: 'files', width: 320 },
  { ...FILES, name: 'files-rtl', scene: 'files', rtl: true },
  { ...FILES, name: 'files-forced', scene: 'files', forced: true },
  { ...FILES, name: 'files-silent', scene: 'silent' },
  { ...FILES, name: 'files-no-room', scene: 'files', act: giveFile },
  { ...FILES, name: 'files-opened', scene: 'files', act: openFirstFile },
  ...LISTS.map((scene) => ({ ...POPUP, name: `popup-${scene}`, scene })),
  ...DETAILS.map((id) => ({ ...POPUP, name: `detail-${id}`, scene: `detail-${id}` })),
  { ...POPUP, name: 'dark-mixed', scene: 'mixed', dark: true },
  { ...POPUP, name: 'dark-detail-trusted', scene: 'detail-trusted', dark: true, act: openExperts },
  { ...POPUP, name: 'dark-detail-altered', scene: 'detail-altered', dark: true },
  { ...POPUP, name: 'narrow-mixed', scene: 'mixed', width: 320 },
  { ...POPUP, name: 'narrow-detail-hostile', scene: 'detail-hostile', width: 320 },
  {
    ...POPUP,
    name: 'narrow-detail-trusted',
    scene: 'detail-trusted',
    width: 320,
    act: openExperts,
  },
  { ...POPUP, name: 'rtl-mixed', scene: 'mixed', rtl: true },
  { ...POPUP, name: 'rtl-detail-trusted', scene: 'detail-trusted', rtl: true },
  ...['clr', 'endorsed'].flatMap((id) => [
    { ...POPUP, name: `detail-${id}`, scene: `detail-${id}`, act: openParts },
    { ...POPUP, name: `dark-detail-${id}`, scene: `detail-${id}`, dark: true, act: openParts },
    { ...POPUP, name: `narrow-detail-${id}`, scene: `detail-${id}`, width: 320, act: openParts },
    { ...POPUP, name: `rtl-detail-${id}`, scene: `detail-${id}`, rtl: true },
  ]),
  ...['swapped', 'recoloured'].flatMap((id) => [
    { ...POPUP, name: `detail-${id}`, scene: `detail-${id}` },
    { ...POPUP, name: `dark-detail-${id}`, scene: `detail-${id}`, dark: true },
    { ...POPUP, name: `narrow-detail-${id}`, scene: `detail-${id}`, width: 320 },
    { ...POPUP, name: `rtl-detail-${id}`, scene: `detail-${id}`, rtl: true },
  ]),
  { ...POPUP, name: 'popup-stripped', scene: 'stripped' },
  ...['stripped', 'not-found', 'certificate'].flatMap((id) => [
    { ...POPUP, name: `detail-${id}`, scene: `detail-${id}`, act: openRepair },
    { ...POPUP, name: `dark-detail-${id}`, scene: `detail-${id}`, dark: true, act: openRepair },
    { ...POPUP, name: `narrow-detail-${id}`, scene: `detail-${id}`, width: 320, act: openRepair },
    { ...POPUP, name: `rtl-detail-${id}`, scene: `detail-${id}`, rtl: true },
  ]),
  { ...POPUP, name: 'forced-detail-swapped', scene: 'detail-swapped', forced: true },
  {
    ...{ page: 'verify', width: 900, height: 900, name: 'verify-swapped' },
    ...{ scene: 'detail-swapped', query: '&report=swapped' },
  },
  { ...POPUP, name: 'popup-sealed', scene: 'sealed' },
  ...SEALS.flatMap((id) => [
    { ...POPUP, name: `detail-sealed-${id}`, scene: `detail-sealed-${id}` },
    { ...POPUP, name: `dark-detail-sealed-${id}`, scene: `detail-sealed-${id}`, dark: true },
    { ...POPUP, name: `narrow-detail-sealed-${id}`, scene: `detail-sealed-${id}`, width: 320 },
    { ...POPUP, name: `rtl-detail-sealed-${id}`, scene: `detail-sealed-${id}`, rtl: true },
  ]),
  ...['complete', 'sparse', 'contradictory'].flatMap((id) => [
    { ...POPUP, name: `detail-${id}`, scene: `detail-${id}`, act: openFrameworks },
    { ...POPUP, name: `dark-detail-${id}`, scene: `detail-${id}`, dark: true, act: openFrameworks },
    {
      ...POPUP,
      name: `narrow-detail-${id}`,
      scene: `detail-${id}`,
      width: 320,
      act: openFrameworks,
    },
    { ...POPUP, name: `rtl-detail-${id}`, scene: `detail-${id}`, rtl: true, act: openFrameworks },
  ]),
  { ...POPUP, name: 'forced-mixed', scene: 'mixed', forced: true },
  { ...POPUP, name: 'forced-detail-trusted', scene: 'detail-trusted', forced: true },
  { ...POPUP, name: 'experts', scene: 'detail-trusted', act: openExperts },
  { ...POPUP, name: 'experts-hostile', scene: 'detail-hostile', act: openExperts },
  { ...POPUP, name: 'keyboard', scene: 'mixed', act: roundTrip },
  { ...POPUP, name: 'compared', scene: 'detail-trusted', act: compare },
  ...['one', 'mixed', 'contradictory', 'hostile', 'plain'].flatMap((id) => [
    { ...POPUP, name: `popup-profile-${id}`, scene: `profile-${id}`, act: waitForProfile },
    { ...POPUP, name: `profile-${id}`, scene: `profile-${id}`, act: openProfile },
  ]),
  { ...POPUP, name: 'popup-profile-none', scene: 'profile-none' },
  ...['mixed', 'contradictory', 'hostile'].flatMap((id) => [
    {
      ...{ ...POPUP, name: `narrow-popup-profile-${id}`, scene: `profile-${id}` },
      ...{ width: 320, act: waitForProfile },
    },
    {
      ...{ ...POPUP, name: `narrow-profile-${id}`, scene: `profile-${id}` },
      ...{ width: 320, act: openProfile },
    },
  ]),
  ...[{ dark: true }, { rtl: true }, { forced: true }].flatMap((look) => {
    const scene = 'profile-contradictory'
    const [name] = Object.keys(look)
    return [
      { ...POPUP, ...look, name: `${name}-popup-profile`, scene, act: waitForProfile },
      { ...POPUP, ...look, name: `${name}-profile`, scene, act: openProfile },
    ]
  }),
  { ...POPUP, name: 'keyboard-profile', scene: 'profile-mixed', act: profileRoundTrip },
  ...[
    { name: 'verify-profile' },
    { name: 'verify-profile-dark', dark: true },
    { name: 'verify-profile-rtl', rtl: true },
    { name: 'verify-profile-forced', forced: true },
    { name: 'verify-profile-narrow', width: 320 },
    { name: 'verify-profile-tables', act: openDisclosures },
    { name: 'verify-profile-hostile', scene: 'profile-hostile' },
    { name: 'verify-profile-many', scene: 'profile-many' },
    { name: 'verify-profile-many-narrow', scene: 'profile-many', width: 320 },
    { name: 'verify-profile-private', scene: 'profile-private' },
    { name: 'verify-profile-kept', query: '&show=profile&reports=a_b' },
  ].map((shot) => ({
    ...{ page: 'verify', width: 1100, height: 900, scene: 'profile-mixed' },
    ...{ query: '&tab=1&show=profile', ...shot },
  })),
  ...['trusted', 'altered', 'hostile', 'clr', 'complete'].flatMap((id) =>
    [{}, { dark: true }, { rtl: true }, { forced: true }, { width: 320 }].map((look) => ({
      ...{ page: 'verify', width: 1100, height: 900, scene: `detail-${id}` },
      ...{ query: `&tab=1&badge=${id}`, ...look },
      name: ['verify-badge', id, ...Object.keys(look)].join('-'),
    })),
  ),
  {
    ...{ page: 'verify', width: 900, height: 500, name: 'verify-profile-none' },
    ...{ scene: 'profile-none', query: '&tab=1&show=profile' },
  },
  {
    ...POPUP,
    name: 'filtered',
    scene: 'mixed',
    act: (page) => page.click('[data-group=attention]'),
  },
  {
    page: 'verify',
    width: 900,
    height: 900,
    name: 'verify',
    scene: 'list',
    query: '&report=trusted',
  },
  {
    page: 'verify',
    width: 320,
    height: 700,
    name: 'verify-narrow',
    scene: 'list',
    query: '&report=authentic',
  },
  {
    page: 'verify',
    width: 900,
    height: 500,
    name: 'verify-gone',
    scene: 'list',
    query: '&report=lost',
  },
  ...[
    { name: 'options-empty', scene: 'empty' },
    { name: 'options-two', scene: 'lists', act: openDisclosures },
    { name: 'options-error', scene: 'lists-unreadable', act: addList },
    { name: 'options-registries', scene: 'lists-registries', act: addList },
    { name: 'options-dark', scene: 'lists', act: openDisclosures, dark: true },
    { name: 'options-narrow', scene: 'lists', act: openDisclosures, width: 320 },
    { name: 'options-narrow-registries', scene: 'lists-registries', act: addList, width: 320 },
    { name: 'options-rtl', scene: 'lists', act: openDisclosures, rtl: true },
    { name: 'options-forced', scene: 'lists', forced: true },
    { name: 'options-silent', scene: 'silent' },
    { name: 'options-eu-lists', scene: 'eu-lists', act: refreshEuList },
    { name: 'options-eu-lists-dark', scene: 'eu-lists', act: refreshEuList, dark: true },
    { name: 'options-eu-lists-narrow', scene: 'eu-lists', act: refreshEuList, width: 320 },
    { name: 'options-eu-lists-rtl', scene: 'eu-lists', rtl: true },
    { name: 'options-eu-lists-off', scene: 'eu-lists-off' },
    { name: 'options-esco-copy', scene: 'esco-copy' },
    { name: 'options-esco-running', scene: 'esco-running', dark: true },
    { name: 'options-esco-failed', scene: 'esco-failed', width: 320 },
    { name: 'options-esco-rtl', scene: 'esco-running', rtl: true },
  ].map((shot) => ({ page: 'options', width: 900, height: 900, ...shot })),
  ...['off', 'off-asked', 'always', 'managed', 'withheld', 'withheld-once'].flatMap((scene) => [
    { ...POPUP, name: `mode-${scene}`, scene },
    { ...POPUP, name: `mode-${scene}-dark`, scene, dark: true },
    { ...POPUP, name: `mode-${scene}-narrow`, scene, width: 320 },
    { ...POPUP, name: `mode-${scene}-rtl`, scene, rtl: true },
  ]),
  { ...POPUP, name: 'mode-forced', scene: 'always', forced: true },
  { ...POPUP, name: 'mode-keyboard', scene: 'always', act: chooseByKeyboard },
  ...[
    { name: 'sites', scene: 'sites' },
    { name: 'sites-error', scene: 'sites', act: addSite },
    { name: 'sites-managed', scene: 'sites-managed' },
    { name: 'sites-fixed', scene: 'sites-fixed' },
  ].flatMap((shot) =>
    [{}, { dark: true }, { width: 320 }, { rtl: true }].map((look) => ({
      ...{ page: 'options', width: 900, height: 900, ...shot, ...look },
      name: ['options', shot.name, ...Object.keys(look)].join('-'),
    })),
  ),
  ...[
    { page: 'options', width: 900, height: 900, name: 'own-options', scene: 'own-identities' },
    {
      ...{ page: 'options', width: 900, height: 900, name: 'own-options-person' },
      ...{ scene: 'own-identities', act: addOwnPerson },
    },
    { ...POPUP, name: 'own-list', scene: 'own' },
    { ...POPUP, name: 'own-detail', scene: 'detail-own' },
    { ...POPUP, name: 'own-health', scene: 'own-health', act: openHealth },
    { ...POPUP, name: 'own-healthy', scene: 'own-healthy', act: openHealth },
  ].flatMap((shot) =>
    [{}, { dark: true }, { width: 320 }, { rtl: true }].map((look) => ({
      ...{ ...shot, ...look },
      name: [shot.name, ...Object.keys(look)].join('-'),
    })),
  ),
  ...[
    { name: 'panel', scene: 'mixed' },
    { name: 'panel-detail', scene: 'detail-expired' },
    { name: 'panel-empty', scene: 'list', act: (page) => page.evaluate("goOn('empty')") },
    { name: 'panel-unreachable', scene: 'list', act: (p) => p.evaluate("goOn('unreachable')") },
    { name: 'panel-kept', scene: 'list', act: lookAgain },
    { name: 'panel-kept-opened', scene: 'list', act: openKept },
  ].flatMap((shot) =>
    [{}, { dark: true }, { width: 280 }, { width: 700 }, { rtl: true }].map((look) => ({
      ...{ page: 'panel', width: 360, height: 900, ...shot, ...look },
      name: [shot.name, ...Object.entries(look).flat()].join('-'),
    })),
  ),
  { page: 'welcome', width: 900, height: 900, name: 'welcome', scene: 'list' },
  { page: 'welcome', width: 900, height: 900, name: 'welcome-dark', scene: 'list', dark: true },
  { page: 'welcome', width: 320, height: 700, name: 'welcome-narrow', scene: 'list' },
]

async function openParts(page) {
  await page.locator('.part summary').nth(1).click()
}

/** The tab goes on to a page without badges, and the user looks at the last ones. */
async function lookAgain(page) {
  await page.evaluate("goOn('went-on')")
  await page.click('.last-page button')
  await page.waitForSelector('.kept-head')
}

async function openKept(page) {
  await lookAgain(page)
  await page.locator('.badge-row-open').first().click()
  await page.waitForSelector('.report-headline h1')
}

async function openRepair(page) {
  for (const summary of await page.locator('.repair summary').all()) await summary.click()
}

async function openFrameworks(page) {
  for (const summary of await page.locator('.framework summary').all()) await summary.click()
}

async function openExperts(page) {
  await page.locator('.experts summary').click()
}

async function openDisclosures(page) {
  for (const summary of await page.locator('summary').all()) await summary.click()
}

/** By keyboard alone. */
async function addList(page) {
  await page.focus('input[name=address]')
  await page.keyboard.type('https://quality.example/list.json')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.options-said p')
}

async function openHealth(page) {
  await page.click('.health-open')
  await page.waitForSelector('.health-head h1:focus')
}

async function addOwnPerson(page) {
  await page.click('input[name=own-which][value=person]')
  await page.focus('input[name=own-label]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.options-failed')
}

async function addSite(page) {
  await page.focus('input[name=site]')
  await page.keyboard.type('*.co.uk')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.options-failed')
}

/** The three are one stop, and the arrows choose. */
async function chooseByKeyboard(page) {
  await page.locator('.mode :checked').focus()
  await page.keyboard.press('ArrowLeft')
  await page.waitForFunction("document.activeElement.value === 'click'", null, { timeout: 2000 })
}

async function refreshEuList(page) {
  await page.locator('[data-eu-list=BE] button').first().click()
  await page.waitForSelector('.options-failed')
}

/** By keyboard into a detail and back: the focus must go along. */
async function roundTrip(page) {
  const focused = (selector) =>
    page.waitForFunction(`document.activeElement.matches('${selector}')`, null, { timeout: 2000 })
  await page.locator('[data-badge=expired] .badge-row-open').focus()
  await page.keyboard.press('Enter')
  await focused('.report-headline h1')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await focused('.app-back')
  await page.keyboard.press('Enter')
  await focused('[data-badge=expired] .badge-row-open')
}

async function waitForProfile(page) {
  await page.waitForSelector('.profile-card')
}

async function openProfile(page) {
  await page.click('.profile-open')
  await page.waitForSelector('.profile-head h1')
}

/** By keyboard into the profile and back. */
async function profileRoundTrip(page) {
  const focused = (selector) =>
    page.waitForFunction(`document.activeElement.matches('${selector}')`, null, { timeout: 2000 })
  await waitForProfile(page)
  await page.locator('.profile-open').focus()
  await page.keyboard.press('Enter')
  await focused('.profile-head h1')
  await page.keyboard.press('Shift+Tab')
  await focused('.app-back')
  await page.keyboard.press('Enter')
  await focused('.profile-open')
}

async function giveFile(page) {
  await page.fill('textarea[name=pasted]', 'https://issuer.example/badges/1')
  await page.click('.files-paste button')
  await page.waitForSelector('.files-problem p')
}

async function openFirstFile(page) {
  const first = page.locator('.badge-row-open').first()
  await first.focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.report-headline h1')
}

async function compare(page) {
  await page.fill('input[name=identity]', 'learner@example.org')
  await page.click('.holder button')
  await page.waitForSelector('.holder-said')
}

async function buildSite() {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    resolve: { alias: { 'webextension-polyfill': join(ROOT, 'test/screens/fake-browser.ts') } },
    build: {
      outDir: SITE,
      emptyOutDir: true,
      modulePreload: false,
      target: 'es2023',
      cssTarget: ['chrome137', 'firefox153'],
      rolldownOptions: {
        input: ['popup', 'panel', 'verify', 'files', 'welcome', 'options'].map((page) =>
          join(ROOT, `src/pages/${page}/index.html`),
        ),
      },
    },
  })
}

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
}

async function serve() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    try {
      const body = await readFile(join(SITE, pathname))
      const type = TYPES[extname(pathname)] ?? 'application/octet-stream'
      response.writeHead(200, { 'content-type': type, 'content-security-policy': CSP }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  return server
}

async function shoot(browser, origin, shot) {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    deviceScaleFactor: 2,
    colorScheme: shot.dark ? 'dark' : 'light',
    forcedColors: shot.forced ? 'active' : 'none',
    reducedMotion: 'reduce',
    bypassCSP: false,
  })
  const page = await context.newPage()
  const problems = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('dialog', (dialog) => {
    problems.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const query = `scene=${shot.scene}${shot.rtl ? '&direction=rtl' : ''}${shot.query ?? ''}`
  await page.goto(`${origin}/src/pages/${shot.page}/index.html?${query}`)
  await page.waitForSelector('h1')
  await shot.act?.(page)
  await page.waitForTimeout(50)
  await page.screenshot({ path: join(OUT, `${shot.name}.png`), fullPage: true })
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  if (overflow > 0) problems.push(`overflows sideways by ${overflow} px`)
  problems.push(...(await axeProblems(page)))
  await context.close()
  return problems
}

/** Through the debugger, which the page's own CSP does not stop. */
async function axeProblems(page) {
  const source = await readFile(AXE, 'utf8')
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: source })
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'axe.run().then(({ violations }) => violations)',
    awaitPromise: true,
    returnByValue: true,
  })
  return result.value.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`).join(' | ')}`,
  )
}

mkdirSync(OUT, { recursive: true })
await buildSite()
const server = await serve()
const origin = `http://127.0.0.1:${server.address().port}`
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
let failed = false
for (const shot of SHOTS.filter(({ name }) => name.includes(process.argv[2] ?? ''))) {
  const problems = await shoot(browser, origin, shot)
  failed ||= problems.length > 0
  console.log(`${problems.length === 0 ? 'ok ' : 'BAD'} ${shot.name}`)
  for (const problem of problems) console.log(`    ${problem}`)
}
await browser.close()
server.close()
process.exitCode = failed ? 1 : 0
