import eslint from '@eslint/js'
import tseslint from 'typescript-eslint'

const COMMAND_LINE = 'src/cli/**'
const NOT_THE_COMMAND_LINE = [
  ['**/cli/**'],
  'src/cli/ is a door of its own, made for Node: nothing imports it.',
]

/** Forbids imports with the sentence that explains why (docs/architecture.md, "Who may import what"). */
const forbid = (files, rules, globals = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [...rules, ...(files.includes(COMMAND_LINE) ? [] : [NOT_THE_COMMAND_LINE])].map(
          ([place, message]) =>
            typeof place === 'string' ? { regex: place, message } : { group: place, message },
        ),
      },
    ],
    'no-restricted-globals': ['error', ...globals.map(([name, message]) => ({ name, message }))],
  },
})

/** Everything of the verifier but these modules (a pattern of `group` cannot take anything back). */
const verifierBut = (...modules) => `/verifier/(?!(${modules.join('|')})$)|/verifier$`

const browserGlobals = (place) =>
  ['browser', 'chrome', 'document', 'window', 'localStorage'].map((name) => [
    name,
    `${place} runs in Node, in a worker and in a page alike: it must not know \`${name}\`.`,
  ])

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
  forbid(
    ['src/verifier/**'],
    [
      [
        [
          '**/content/**',
          '**/background/**',
          '**/pages/**',
          '**/ui/**',
          '**/platform/**',
          '**/discovery/**',
          '**/profile/**',
          '**/health/**',
        ],
        'src/verifier/ is a library: it knows nothing of the extension around it.',
      ],
      [['webextension-polyfill', 'preact', 'preact/*'], 'src/verifier/ runs without a browser.'],
    ],
    browserGlobals('src/verifier/'),
  ),
  forbid(
    ['src/discovery/**'],
    [
      [
        ['**/content/**', '**/background/**', '**/pages/**', '**/ui/**', '**/platform/**'],
        'src/discovery/ leads from a page to a credential; it knows nothing of the extension around it.',
      ],
      [
        verifierBut('unbake/sniff', 'report'),
        'src/discovery/ may import only report types and verifier/unbake/sniff.',
      ],
      [['webextension-polyfill', 'preact', 'preact/*'], 'src/discovery/ runs without a browser.'],
    ],
    browserGlobals('src/discovery/'),
  ),
  forbid(
    ['src/content/**'],
    [
      [
        ['webextension-polyfill'],
        'The content script stays small: the polyfill costs 10 kB on every page.',
      ],
      [
        ['**/background/**', '**/pages/**', '**/ui/**', 'preact', 'preact/*'],
        'src/content/ is the cheapest code we have: candidates in, marks out.',
      ],
      [
        verifierBut('unbake/sniff', 'unbake/probe', 'report'),
        'src/content/ knows no credentials, proofs or JSON-LD: only unbake/sniff and unbake/probe.',
      ],
    ],
  ),
  forbid(
    ['src/profile/**'],
    [
      [
        [
          '**/content/**',
          '**/background/**',
          '**/pages/**',
          '**/ui/**',
          '**/platform/**',
          '**/discovery/**',
        ],
        'src/profile/ adds up reports; it knows nothing of the extension around it.',
      ],
      [
        verifierBut(
          'report',
          'credential',
          'alignments/eqf',
          'alignments/workload',
          'descriptors/names-of-codes',
          'descriptors/source-path',
          'descriptors/subject',
          'recipients/compare-recipients',
          'recipients/identity-forms',
          'status/moment',
        ),
        'src/profile/ judges nothing: only report types, and the pure readers of what a credential says.',
      ],
      [['webextension-polyfill', 'preact', 'preact/*'], 'src/profile/ runs without a browser.'],
    ],
    [
      ...browserGlobals('src/profile/'),
      ['fetch', 'src/profile/ asks nobody: it adds up what was verified.'],
    ],
  ),
  forbid(
    ['src/health/**'],
    [
      [
        [
          '**/content/**',
          '**/background/**',
          '**/pages/**',
          '**/ui/**',
          '**/platform/**',
          '**/discovery/**',
          '**/profile/**',
        ],
        'src/health/ reads one report; it knows nothing of the extension around it.',
      ],
      [
        verifierBut('report', 'http/address', 'status/moment'),
        'src/health/ judges nothing: only report types, and the readers of addresses and dates.',
      ],
      [['webextension-polyfill', 'preact', 'preact/*'], 'src/health/ runs without a browser.'],
    ],
    [
      ...browserGlobals('src/health/'),
      ['fetch', 'src/health/ asks nobody: it reads what was verified.'],
    ],
  ),
  forbid(
    ['src/background/**'],
    [
      [
        ['**/pages/**', 'preact', 'preact/*'],
        'src/background/ decides and fetches; it draws nothing.',
      ],
    ],
    [
      ['document', 'A service worker has no document.'],
      ['window', 'A service worker has no window.'],
    ],
  ),
  forbid(
    ['src/pages/**'],
    [
      [
        ['**/background/**', '**/content/**', '**/discovery/**'],
        'src/pages/ shows what the worker knows; ask it through src/platform/.',
      ],
      [
        verifierBut('report', 'credential'),
        'src/pages/ may import only report and credential types of the verifier.',
      ],
    ],
    [['fetch', 'Pages contact nobody: the worker does, under the consent rule.']],
  ),
  forbid(
    ['src/ui/**'],
    [
      [
        [
          '**/background/**',
          '**/content/**',
          '**/discovery/**',
          '**/pages/**',
          'webextension-polyfill',
        ],
        'src/ui/ knows only reports and how they look.',
      ],
      [
        verifierBut('report', 'credential', 'status/moment'),
        'src/ui/ may import only report and credential types of the verifier, and how it reads a date.',
      ],
    ],
    [
      ['browser', 'src/ui/ must not know the browser.'],
      ['chrome', 'src/ui/ must not know the browser.'],
      ['fetch', 'src/ui/ contacts nobody.'],
    ],
  ),
  forbid(
    ['src/platform/**'],
    [
      [
        ['**/background/**', '**/content/**', '**/discovery/**', '**/pages/**', '**/ui/**'],
        'src/platform/ wraps the browser and knows nothing of badges but message types.',
      ],
    ],
  ),
  forbid(
    [COMMAND_LINE],
    [
      [
        ['**/background/**', '**/content/**', '**/pages/**', '**/platform/**'],
        'src/cli/ is a door of its own to the verifier: it knows nothing of the extension.',
      ],
      [
        '/ui/(?!wording(/|$))|/ui$',
        'src/cli/ may import only ui/wording: sentences made from reports, without a browser.',
      ],
      [['webextension-polyfill', 'preact', 'preact/*'], 'src/cli/ runs without a browser.'],
    ],
    ['browser', 'chrome', 'document', 'window', 'localStorage'].map((name) => [
      name,
      `src/cli/ runs in Node: there is no \`${name}\`.`,
    ]),
  ),
  {
    files: ['test/**', 'scripts/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
