import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../../../src/verifier/formats'

const files = import.meta.glob<Record<string, unknown>>(
  ['../../../../src/verifier/formats/*.ts', '!**/index.ts'],
  { eager: true },
)
const readme = readFileSync('README.md', 'utf8')

describe('the list of formats', () => {
  it('holds what every file of the folder exports', () => {
    const exported = Object.values(files).flatMap((module) =>
      Object.values(module).filter(
        (value) => typeof value === 'object' && !(value instanceof RegExp),
      ),
    )
    expect(exported.length).toBe(Object.keys(files).length)
    expect(new Set(exported)).toEqual(new Set(FORMATS))
  })

  it('is the table of the README, no more and no less', () => {
    const [, section = ''] = readme.split('## Supported formats')
    const [table = ''] = section.split('\n## ')
    const titles = [...table.matchAll(/^\| ([^|]*[^| ]) +\|/gm)].map(([, title]) => title)
    const [heading, line, ...rows] = titles
    expect([heading, line]).toEqual(['format', expect.stringMatching(/^-+$/)])
    expect(new Set(rows)).toEqual(new Set(FORMATS.map(({ title }) => title)))
  })
})
