/**
 * Proves that the tests of `holes.test.ts` can fail: opens each hole once in a copy of the source, runs
 * them there, and demands that exactly the named tests fail. For whoever changes the verifier; some
 * minutes. `node scripts/open-holes.mjs [part of a hole's name]`
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { HOLES, opened } from './holes.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const copy = `${root}.cache/holes/`
const report = `${copy}report.json`
const COPIED = [
  'src',
  'test',
  'public',
  'scripts',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]

rmSync(copy, { recursive: true, force: true })
mkdirSync(copy, { recursive: true })
for (const path of COPIED) cpSync(root + path, copy + path, { recursive: true })
symlinkSync(`${root}node_modules`, `${copy}node_modules`)

const asked = process.argv[2] ?? ''
const rows = [{ name: 'nothing is opened', tests: [], edits: [] }, ...HOLES]
  .filter(({ name }) => name.includes(asked))
  .map((hole) => ({ hole, ...judge(hole) }))
for (const { hole, failed, isShut } of rows)
  console.log(`${isShut ? '✓' : '✗'} ${hole.name.padEnd(75)} ${failed.join(', ') || 'all pass'}`)
const wrong = rows.filter(({ isShut }) => !isShut)
console.log(`${rows.length - wrong.length} of ${rows.length} as they should be`)
if (wrong.length > 0 || rows.length === 0) process.exitCode = 1

/** Opens a hole, runs the tests and shuts it again. */
function judge({ tests, edits }) {
  const files = new Set(edits.map(({ file }) => file))
  for (const edit of edits)
    writeFileSync(copy + edit.file, opened(edit, readFileSync(copy + edit.file, 'utf8')))
  const failed = failingTests()
  for (const file of files) cpSync(root + file, copy + file)
  const isShut =
    failed.length === tests.length && tests.every((name, at) => failed[at].startsWith(name))
  return { failed, isShut }
}

/** Names of the tests that fail; a run without a report fails as a whole. */
function failingTests() {
  rmSync(report, { force: true })
  const options = [
    '--project',
    'unit',
    '-t',
    'hole [1-8]',
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const { stderr } = spawnSync(
    process.execPath,
    [
      `${root}node_modules/vitest/vitest.mjs`,
      'run',
      ...options,
      'test/unit/verifier/holes.test.ts',
    ],
    { cwd: copy, encoding: 'utf8' },
  )
  let results
  try {
    results = JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch {
    throw new Error(`the tests did not run: ${stderr}`)
  }
  const tests = results.flatMap(({ assertionResults }) => assertionResults)
  if (tests.length === 0) return ['no test was run']
  return tests.filter(({ status }) => status === 'failed').map(({ title }) => title)
}
