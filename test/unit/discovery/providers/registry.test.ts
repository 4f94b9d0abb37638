import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AWARD_LINKS } from '../../../../src/discovery/award-links'
import type { Provider } from '../../../../src/discovery/provider'
import { PROVIDERS } from '../../../../src/discovery/providers'

const files = import.meta.glob<Record<string, unknown>>(
  ['../../../../src/discovery/providers/*.ts', '!**/index.ts'],
  { eager: true },
)
const tests = import.meta.glob('./*.test.ts')
const guide = readFileSync('docs/adding-a-provider.md', 'utf8')

const exported = Object.entries(files).flatMap(([file, module]) =>
  Object.values(module)
    .filter((value) => typeof value === 'object' && value !== null && 'recognise' in value)
    .map((value) => ({ file: /([\w-]+)\.ts$/.exec(file)?.[1], provider: value as Provider })),
)

describe('the list of providers', () => {
  it('holds what every file of the folder exports, once', () => {
    expect(exported.length).toBe(Object.keys(files).length)
    expect(new Set(exported.map(({ provider }) => provider))).toEqual(new Set(PROVIDERS))
    expect(PROVIDERS.length).toBe(new Set(PROVIDERS).size)
  })

  it.each(exported)('$file is named for its provider, and has a test', ({ file, provider }) => {
    expect(provider.id).toBe(file)
    expect(Object.keys(tests)).toContain(`./${provider.id}.test.ts`)
  })

  it('gives the content script every pattern, and no other', () => {
    const all = PROVIDERS.flatMap(({ links }) => links)
    expect(new Set(AWARD_LINKS)).toEqual(new Set(all))
    expect(AWARD_LINKS.length).toBe(new Set(all).size)
    expect(PROVIDERS.filter(({ links }) => links.length === 0)).toEqual([])
  })

  it('asks software that anybody can run after the platforms with hosts of their own', () => {
    const last = PROVIDERS.slice(-3).map(({ id }) => id)
    expect(last).toEqual(['badgr-server', 'moodle', 'blockcerts'])
  })

  it('is the table of the guide, no more and no less', () => {
    const [, table = ''] = guide.split('## Providers\n')
    const [heading, line, ...names] = [...table.matchAll(/^\| ([^|]*[^| ]) +\|/gm)].map(
      ([, name]) => name,
    )
    expect([heading, line]).toEqual(['provider', expect.stringMatching(/^-+$/)])
    expect(new Set(names)).toEqual(new Set(PROVIDERS.map(({ name }) => name)))
  })
})
