import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

/** The rules of docs/architecture.md, "Who may import what": a wrong import fails with its reason. */
const eslint = new ESLint({
  // None of these rules asks for types, which would have the whole program read for every line of code here.
  overrideConfig: [{ files: ['**'], ...tseslint.configs.disableTypeChecked }],
})

async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file })
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId?.startsWith('no-restricted') ?? false)
    .map(({ message }) => message)
}

describe('import rules', () => {
  it.each([
    [
      'src/verifier/verdict.ts',
      "import '../background/queue'",
      'it knows nothing of the extension',
    ],
    ['src/verifier/verdict.ts', "import '../profile/levels'", 'it knows nothing of the extension'],
    ['src/verifier/artwork/picture.ts', "import '../../cli/decode-png'", 'nothing imports it'],
    ['src/background/eu-lists/obtain.ts', "import '../../cli/run'", 'nothing imports it'],
    ['src/verifier/verdict.ts', "import 'webextension-polyfill'", 'runs without a browser'],
    ['src/verifier/verdict.ts', 'document.title', 'must not know `document`'],
    ['src/discovery/candidate-rules.ts', "import '../verifier/index'", 'only report types'],
    ['src/content/marks.ts', "import 'webextension-polyfill'", '10 kB on every page'],
    ['src/content/marks.ts', "import '../verifier/proofs/jws'", 'knows no credentials'],
    ['src/profile/levels.ts', "import '../verifier'", 'judges nothing'],
    ['src/health/end.ts', "import '../verifier'", 'judges nothing'],
    ['src/verifier/verdict.ts', "import '../health/end'", 'it knows nothing of the extension'],
    ['src/profile/levels.ts', "import '../background/queue'", 'knows nothing of the extension'],
    ['src/profile/levels.ts', "fetch('https://a.example')", 'asks nobody'],
    ['src/background/queue.ts', "import 'preact'", 'draws nothing'],
    ['src/background/queue.ts', 'document.title', 'has no document'],
    ['src/pages/ask.ts', "import '../verifier'", 'only report and credential types'],
    ['src/pages/ask.ts', "fetch('https://a.example')", 'Pages contact nobody'],
    ['src/ui/chip.tsx', "import 'webextension-polyfill'", 'only reports and how they look'],
    ['src/platform/requests.ts', "import '../background/queue'", 'knows nothing of badges'],
    ['src/cli/run.ts', "import '../background/queue'", 'knows nothing of the extension'],
    ['src/cli/run.ts', "import '../ui/chip'", 'only ui/wording'],
    ['src/cli/run.ts', "import 'webextension-polyfill'", 'without a browser'],
    ['src/cli/run.ts', 'window.close()', 'runs in Node'],
  ])('%s may not: %s', async (file, code, because) => {
    expect((await complaints(file, code)).join()).toContain(because)
  })

  it.each([
    ['src/content/marks.ts', "import '../verifier/unbake/probe'"],
    ['src/discovery/candidate-rules.ts', "import '../verifier/unbake/sniff'"],
    ['src/pages/ask.ts', "import '../verifier/report'"],
    ['src/ui/chip.tsx', "import '../verifier/credential'"],
    ['src/profile/levels.ts', "import '../verifier/alignments/eqf'"],
    ['src/background/queue.ts', "import '../verifier'"],
    ['src/cli/run.ts', "import '../verifier'; import '../ui/wording'; import 'node:fs'"],
    ['src/cli/run.ts', "import '../discovery/candidate-rules'"],
  ])('%s may: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([])
  })
})
