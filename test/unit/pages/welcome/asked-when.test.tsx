import { describe, expect, it, vi } from 'vitest'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { AskedWhen } = await import('../../../../src/pages/welcome/asked-when')
type Choice = Parameters<typeof AskedWhen>[0]['choice']

const said = (choice: Choice): string => readText(shown(<AskedWhen choice={choice} />))

describe.each<[Choice, RegExp]>([
  ['click', /You click a badge The badge’s issuer/],
  ['sites', /You click a badge, or open a page of a site [^.]* The badge’s issuer/],
  ['everywhere', /Any page with badges opens The badge’s issuer/],
])('with “%s”', (choice, ofIssuer) => {
  it('says what has the issuer asked', () => {
    expect(said(choice)).toMatch(ofIssuer)
  })

  it('says that a page that opens has nobody asked whom it has not asked itself', () => {
    expect(said(choice)).toMatch(
      /A page opens Only sites that the page itself has asked: its own, and those that its pictures come from\./,
    )
    expect(said(choice)).toMatch(/Never Anybody else/)
  })
})

it('only “everywhere” has issuers asked as any page opens', () => {
  expect(said('click')).not.toContain('Any page')
  expect(said('sites')).not.toContain('Any page')
})
