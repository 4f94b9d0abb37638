/**
 * Tries the property tests of the verifier on many inputs: `npm run fuzz [runs] [part of a test's name]`,
 * 100,000 for each kind of input unless told otherwise. New inputs every time; an input that fails is
 * printed with the seed that makes it again.
 */
import { spawnSync } from 'node:child_process'
import { root, toolPath } from './prepare.mjs'

const [runs = '100000', name = ''] = process.argv.slice(2)
const FOLDER = 'test/unit/verifier/robustness'
const options = ['--project', 'unit', '--reporter=verbose', ...(name === '' ? [] : ['-t', name])]
const started = Date.now()
const { status } = spawnSync(
  process.execPath,
  [toolPath('vitest/vitest.mjs'), 'run', ...options, FOLDER],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TOUCHSTONE_FUZZ_RUNS: runs },
  },
)
console.log(`${runs} inputs of each kind in ${Math.round((Date.now() - started) / 1000)} s`)
process.exitCode = status ?? 1
