/**
 * `npm test`: everything, on a fresh clone: static checks, unit and interop tests, and the
 * end-to-end tests in Chromium and in Firefox. The last line counts them all.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { build, installDependencies, root, toolPath } from './prepare.mjs'

const results = `${root}.cache/test-results`

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

/**
 * One process each, and one step after the other. Tests of computing keep every core busy; those in browsers
 * mostly wait, so that the browsers have their turn together: Firefox, which is the slower one, in two halves.
 */
const STEPS = [
  [{ project: 'unit' }],
  [{ project: 'interop' }],
  [
    { project: 'e2e-chromium' },
    { project: 'e2e-firefox', shard: '1/2' },
    { project: 'e2e-firefox', shard: '2/2' },
  ],
]

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
  for (const step of STEPS) {
    for (const counts of await Promise.all(step.map(testProject))) add(counts)
  }
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
  const { status, output } = await run([toolPath(tool), ...args])
  const passed = status === 0
  console.log(`${passed ? '✓' : '✗'} ${name}`)
  if (!passed) console.log(output)
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 }
}

/** Counts from vitest's own report; a run that leaves none has failed, whatever it printed. */
async function testProject({ project, shard }) {
  const name = shard ? `${project} ${shard}` : project
  const file = `${results}/${name.replace(/[ /]/g, '-')}.json`
  const command = [
    toolPath('vitest/vitest.mjs'),
    'run',
    `--project=${project}`,
    ...(shard ? [`--shard=${shard}`] : []),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  console.log(`… ${name}`)
  const { status, output } = await run(command)
  console.log(output)
  const report = readReport(file)
  if (!report) {
    console.log(`✗ ${name}: vitest left no report`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const passed = report.numPassedTests
  const failed = report.numFailedTests
  const skipped = report.numPendingTests + report.numTodoTests
  // A file that does not even load, an error outside of tests, or nothing found at all.
  const silent = failed === 0 && (status !== 0 || passed === 0)
  const failures = silent ? 1 : failed
  console.log(`${failures > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failures} failed`)
  return { passed, failed: failures, skipped }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Runs one of our tools. What it prints is kept together: several may run at once. */
function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part))
    child.on('error', reject)
    child.on('close', (status) => {
      resolve({ status, output: Buffer.concat(parts).toString() })
    })
  })
}

function add({ passed, failed, skipped }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}
