/**
 * Rows of the truth that the extension does not meet yet, with the reason. They are counted as missed or
 * wrong wherever figures are given; only the tests do not fail for them. The list is there to be emptied.
 */
import type { KindPage, PageKind, TruthRow } from './page-kind'

export interface NotYet {
  /** Id of the kind. */
  kind: string
  /** As in the truth; of a file opened alone, the address before it. */
  selectors: string[]
  why: string
  /** Where it fails in one browser alone. */
  only?: 'chromium' | 'firefox'
}

/** Stands in `selectors` for marks on what no row is about. */
export const STRAY = 'a mark elsewhere'

export const NOT_YET: NotYet[] = [
  {
    kind: 'job-board',
    selectors: [STRAY],
    why: 'the document inside an <object> is marked once more',
    only: 'firefox',
  },
  {
    kind: 'github-readme',
    selectors: ['#committed'],
    why: 'the raw file that a repository’s address leads to is not looked for',
  },
  {
    kind: 'single-page-app',
    selectors: ['#award'],
    why: 'a link beside a baked picture was taken for the same badge',
    only: 'firefox',
  },
  {
    kind: 'single-page-app',
    selectors: ['#blob'],
    why: 'blob: URLs were not read',
    only: 'firefox',
  },
  {
    kind: 'single-page-app',
    selectors: ['#late >>> img'],
    why: 'an element that is defined late gets its shadow root without a change of the tree',
  },
  {
    kind: 'opened-alone',
    selectors: ['https://files.example/credential.json pre'],
    why: 'whether Firefox shows the file in a place for marks was not measured',
    only: 'firefox',
  },
  { kind: 'right-to-left', selectors: ['#background'], why: 'backgrounds are not looked at' },
]

/** Is this row known not to be met in this browser? */
export function isNotYet(
  kind: PageKind,
  { url, isFile = false }: KindPage,
  { selector }: Pick<TruthRow, 'selector'>,
  browser: 'chromium' | 'firefox',
): boolean {
  const named = isFile ? `${url} ${selector}` : selector
  return NOT_YET.some(
    ({ kind: id, selectors, only = browser }) =>
      id === kind.id && selectors.includes(named) && only === browser,
  )
}
