import { describe, expect, test } from 'vitest'
import { storeProblems } from '../../../../scripts/packaging/store-rules.mjs'

const MANIFEST = {
  manifest_version: 3,
  name: '__MSG_extName__',
  description: '__MSG_extDescription__',
  version: '1.2.3',
  default_locale: 'en',
  background: { service_worker: 'worker.js' },
  action: { default_popup: 'popup.html' },
}
const MESSAGES = {
  extName: { message: 'Touchstone' },
  extDescription: { message: 'Verifies badges.' },
}

/** What a build leaves, in small; the guard's own list of names is no address. */
const FIT: Record<string, string> = {
  'manifest.json': JSON.stringify(MANIFEST),
  '_locales/en/messages.json': JSON.stringify(MESSAGES),
  'worker.js': `import"./assets/a-b_C9.js";const own=["localhost","127.0.0.1"]`,
  'assets/a-b_C9.js': 'export const evaluate=(f)=>f.newFunction(f.isFunction)',
  'popup.html': '<script type="module" crossorigin src="/assets/a-b_C9.js"></script>',
}

const problems = (changes: Record<string, string> = {}): string[] => {
  const files = Object.entries({ ...FIT, ...changes })
  return storeProblems(
    files.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    { version: '1.2.3', folders: ['/home/mira/touchstone'] },
  )
}
const manifest = (changes: object): Record<string, string> => ({
  'manifest.json': JSON.stringify({ ...MANIFEST, ...changes }),
})
const locale = (name: string, changes: object): Record<string, string> => ({
  [`_locales/${name}/messages.json`]: JSON.stringify({ ...MESSAGES, ...changes }),
})

test('a fit package has none', () => {
  expect(problems()).toEqual([])
})

describe('names', () => {
  test.each([
    'worker.js.map',
    'src/worker.ts',
    '_metadata/verified_contents.json',
    '_build.js',
    '.DS_Store',
    'assets/.env',
    'assets/aux.js',
    'NUL',
    'key.pem',
    'META-INF/mozilla.rsa',
    'old.xpi',
    'a b.js',
    'naïve.js',
    '../outside.js',
    '/rooted.js',
    'a\\b.js',
    'a:b.js',
    'a\u202ejs.html',
  ])('%s is refused', (name) => {
    expect(problems({ [name]: '' })).toEqual([`${name}: stores refuse files of such a name.`])
  })

  test('that differ by capitals alone are refused', () => {
    expect(problems({ 'Worker.js': '' })).toEqual([
      'worker.js: another file has this name but for capital letters.',
      'Worker.js: another file has this name but for capital letters.',
    ])
  })
})

describe('texts', () => {
  test.each([
    ['worker.js', '//# sourceMappingURL=data:application/json;base64,AAAA'],
    ['assets/a.css', '/*# sourceMappingURL=a.css.map */'],
    ['worker.js', 'fetch("http://localhost:5173/")'],
    ['worker.js', 'new WebSocket(`ws://127.0.0.1:9000`)'],
    ['worker.js', 'fetch("https://[::1]/")'],
    ['worker.js', 'eval ("1")'],
    ['worker.js', 'new  Function("return this")()'],
    ['worker.js', 'Function("return this")()'],
    ['worker.js', 'import("https://cdn.example/x.js")'],
    ['worker.js', 'import x from"//cdn.example/x.js"'],
    ['worker.js', 'importScripts(name)'],
    ['worker.js', 'document.createElement("script")'],
    ['popup.html', '<script src="https://cdn.example/x.js"></script>'],
    ['popup.html', '<script src=https://cdn.example/x.js></script>'],
    ['popup.html', '<SCRIPT SRC="//cdn.example/x.js"></SCRIPT>'],
    ['popup.html', '<script src="data:text/javascript,1"></script>'],
    ['popup.html', '<script>go()</script>'],
    ['popup.html', '<script data-src="/assets/a-b_C9.js">go()</script>'],
    ['popup.html', '<link rel="stylesheet" href="https://cdn.example/x.css">'],
    ['worker.js', 'const at="/home/mira/touchstone/src/a.ts"'],
  ])('in %s: %s', (name, text) => {
    const found = problems({ [name]: text })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(name)
  })
})

describe('the manifest', () => {
  test('has the version of package.json', () => {
    expect(problems(manifest({ version: '1.2.4' }))).toEqual([
      'manifest.json has version 1.2.4, package.json 1.2.3.',
    ])
  })

  test.each(['key', 'update_url'])('has no %s', (field) => {
    expect(problems(manifest({ [field]: 'MIIB' }))).toEqual([
      `manifest.json has "${field}", which is for tests only.`,
    ])
  })

  test('names no machine of a developer', () => {
    expect(problems(manifest({ host_permissions: ['http://localhost/*'] }))).not.toEqual([])
  })

  test('names only files that are there', () => {
    const worker = { service_worker: 'gone.js' }
    expect(problems(manifest({ background: worker }))).toEqual([
      'manifest.json names gone.js, which is not there.',
    ])
  })

  test.each(['', '{', 'null', '[]'])('is a manifest: %j', (text) => {
    expect(problems({ 'manifest.json': text })).not.toEqual([])
  })
})

describe('the languages', () => {
  test('say every text of the manifest in the default one', () => {
    expect(problems(locale('en', { extName: undefined }))).toEqual([
      '_locales/en/messages.json lacks "extName" of the manifest.',
    ])
  })

  test('keep each to the stores’ limits, counted in characters', () => {
    expect(problems(locale('de', { extDescription: { message: '𝔵'.repeat(132) } }))).toEqual([])
    expect(problems(locale('de', { extDescription: { message: 'x'.repeat(133) } }))).toEqual([
      '_locales/de/messages.json: "extDescription" is longer than the 132 characters that stores take.',
    ])
  })

  test('are JSON', () => {
    expect(problems({ '_locales/de/messages.json': '{' })).toEqual([
      '_locales/de/messages.json is not JSON.',
    ])
  })
})
