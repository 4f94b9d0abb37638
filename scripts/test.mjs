/**
 * `npm test`: everything, on a fresh clone: static checks, unit and interop tests, and the
 * end-to-end tests in Chromium and in Firefox. The last line counts them all.
 */
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { build, installDependencies, root, toolPath } from './prepare.mjs'

const results = `${root}.cache/test-results`

/** Bytes that a command may print. */
const MOST_OUTPUT = 64_000_000

const STATIC_CHECKS = {
  'types (tsc)': ['typescript/bin/tsc', '--noEmit'],
  'lint (eslint)': ['eslint/bin/eslint.js', '.'],
  'format (prettier)': ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  'Firefox build (web-ext lint)': [
    'web-ext/bin/web-ext.js',
    'lint',
    '--source-dir=dist/firefox',
    '--no-config-discovery',
    '--self-hosted',
  ],
}

/** One process each: the end-to-end projects start a browser, and this may be a small machine. */
const PROJECTS = ['unit', 'interop', 'e2e-chromium', 'e2e-firefox']

const total = { passed: 0, failed: 0, skipped: 0 }

try {
  installDependencies()
  const { chromium, firefox } = await import('./browsers.mjs')
  process.env.CHROMIUM_PATH = await chromium()
  process.env.FIREFOX_PATH = await firefox()
  build()
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  for (const counts of await staticChecks()) add(counts)
  for (const project of PROJECTS) add(testProject(project))
} catch (error) {
  console.error(error.message)
  total.failed++
}

if (total.failed > 0 || total.passed === 0) process.exitCode = 1
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)

/** All at once: none of them keeps more than one core busy. */
function staticChecks() {
  const checks = Object.entries(STATIC_CHECKS)
  return Promise.all(checks.map(([name, command]) => staticCheck(name, command)))
}

async function staticCheck(name, [tool, ...args]) {
  const command = [process.execPath, [toolPath(tool), ...args]]
  const options = { cwd: root, maxBuffer: MOST_OUTPUT }
  const failure = await promisify(execFile)(...command, options).catch((error) => error)
  const passed = !(failure instanceof Error)
  console.log(`${passed ? '✓' : '✗'} ${name}`)
  if (!passed)
    console.log(
      failure.stdout || failure.stderr ? `${failure.stdout}${failure.stderr}` : failure.message,
    )
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 }
}

/** Counts from vitest's own report; a run that leaves none has failed, whatever it printed. */
function testProject(project) {
  const file = `${results}/${project}.json`
  const { status } = run(
    [
      toolPath('vitest/vitest.mjs'),
      'run',
      `--project=${project}`,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { stdio: 'inherit' },
  )
  const report = readReport(file)
  if (!report) {
    console.log(`✗ ${project}: vitest left no report`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const passed = report.numPassedTests
  const failed = report.numFailedTests
  const skipped = report.numPendingTests + report.numTodoTests
  // A file that does not even load, an error outside of tests, or nothing found at all.
  const silent = failed === 0 && (status !== 0 || passed === 0)
  const failures = silent ? 1 : failed
  console.log(`${failures > 0 ? '✗' : '✓'} ${project}: ${passed} passed, ${failures} failed`)
  return { passed, failed: failures, skipped }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function run(args, options) {
  return spawnSync(process.execPath, args, { cwd: root, maxBuffer: MOST_OUTPUT, ...options })
}

function add({ passed, failed, skipped }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}
