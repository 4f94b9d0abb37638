import { fileURLToPath } from 'node:url'
import { bundleSizes } from '../bundle-sizes'
import { BUDGETS, printBudgets } from './budgets'

const BUILD = fileURLToPath(new URL('../../../dist/chrome', import.meta.url))

export function printSize(): void {
  const script = bundleSizes(BUILD).find(({ file }) => file.endsWith('touchstone.iife.js'))
  if (!script) throw new Error('dist/chrome has no content script')
  console.log('\nThe content script (kB = 1000 bytes)\n')
  printBudgets([
    {
      budget: `at most ${BUDGETS.gzip / 1000} kB gzipped`,
      measured: `${(script.gzip / 1000).toFixed(1)} kB`,
      isKept: script.gzip <= BUDGETS.gzip,
    },
  ])
}
