import { describe, expect, test, vi } from 'vitest'
import type { SitesState } from '../../../../src/platform/consent-shapes'
import { ListCard } from '../../../../src/pages/options/list-card'
import { OrganisationPolicy } from '../../../../src/pages/options/organisation-policy'
import { SiteList } from '../../../../src/pages/options/site-list'
import { LISTS } from '../../../screens/lists'
import { MANAGED, NO_POLICY, SITES } from '../../../screens/sites'
import { readText, shown } from '../../ui/shown'

const list = (sites: SitesState, isFixed = false) =>
  shown(
    <SiteList
      sites={sites}
      isFixed={isFixed}
      onSet={vi.fn()}
      onSetDefault={vi.fn()}
      onRemove={vi.fn()}
    />,
  )

describe('the list of sites', () => {
  test('has a mode and a way to remove each, called by the site', () => {
    const html = list(SITES)
    for (const { site } of SITES.sites) {
      expect(html).toContain(`<bdi dir="ltr">${site}</bdi>`)
      const said = site.length > 120 ? `…${site.slice(-120)}` : site
      expect(html).toContain(`aria-label="Remove the choice for “${said}”`)
    }
    expect(html.match(/<fieldset/g)).toHaveLength(SITES.sites.length + 1)
  })

  test('gives every set of buttons a name of its own, or one would undo the other', () => {
    const names = Array.from(list(SITES).matchAll(/ name="([^"]+)"/g), ([, name]) => name)
    expect(new Set(names).size).toBe(SITES.sites.length + 1)
  })

  test('says that it is empty, and what holds then', () => {
    const text = readText(list({ ...SITES, sites: [] }))
    expect(text).toContain('No site has a choice of its own.')
    expect(text).toContain('All other sites')
  })

  test('that counts for nothing cannot be changed, and says that it is kept', () => {
    const html = list(SITES, true)
    expect(html).not.toContain('Remove')
    expect(html.match(/<fieldset[^>]*disabled/g)).toHaveLength(SITES.sites.length + 1)
    expect(readText(html)).toContain('is kept, but does not count')
  })
})

describe('what the organisation has set', () => {
  test('is nothing where there is no organisation', () => {
    expect(shown(<OrganisationPolicy policy={undefined} />)).toBe('')
  })

  test('is listed with what could not be read', () => {
    const text = readText(shown(<OrganisationPolicy policy={MANAGED.organisation} />))
    for (const part of [
      /\*\.departments\.uni\.example : Always/,
      /intranet\.uni\.example : Off/,
      /All other sites: On click/,
      /You can choose otherwise/,
      /providers\.json : read/,
      /ministry\.example\/list\.json : not read yet/,
      /down\.example could not be reached/,
      /sites\[2\]\.site: “\*\.co\.uk” is not one organisation’s/,
    ])
      expect(text).toMatch(part)
  })

  test('says so where nobody may choose otherwise', () => {
    const text = readText(
      shown(<OrganisationPolicy policy={{ ...NO_POLICY, usersMayChange: false }} />),
    )
    expect(text).toContain('You cannot change it.')
  })
})

test('a list of the organisation can be refreshed and not removed', () => {
  const [first] = LISTS
  const card = (more: object) =>
    shown(
      <ListCard
        list={{ ...first!, ...more }}
        busy={false}
        onRefresh={vi.fn()}
        onRemove={vi.fn()}
      />,
    )

  expect(card({})).toContain('aria-label="Remove')
  const own = card({ byOrganisation: true })
  expect(own).not.toContain('aria-label="Remove')
  expect(own).toContain('aria-label="Refresh')
  expect(readText(own)).toContain('Added by your organisation')
})
