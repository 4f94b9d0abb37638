import { describe, expect, test } from 'vitest'
import { ProfileCard, ProfileView } from '../../../src/ui/profile'
import type { PageProfile } from '../../../src/platform/messages'
import { PROFILES } from '../../screens/profiles'
import { readText, shown } from './shown'

const view = ({ summary }: PageProfile): string => shown(<ProfileView summary={summary} />)
const card = ({ summary }: PageProfile): string =>
  shown(<ProfileCard summary={summary} onOpen={() => undefined} />)

describe('the summary', () => {
  test('has a line for each standing, and adds nothing across them', () => {
    const text = readText(card(PROFILES.mixed))
    expect(text).toMatch(/3 verified EQF 5–7 11\.5 ECTS 3 1 with unknown issuer EQF 8 none none/)
  })

  test('has no line for a standing that no badge has', () => {
    expect(readText(card(PROFILES.one))).not.toContain('unknown issuer')
    expect(card(PROFILES.plain)).not.toContain('data-standing="trusted"')
  })

  test('names the contradictions', () => {
    expect(readText(card(PROFILES.contradictory))).toContain('Contradictions: different recipients')
    expect(readText(card(PROFILES.mixed))).not.toContain('Contradictions')
  })
})

describe('the whole profile', () => {
  test('says what was left out', () => {
    expect(readText(view(PROFILES.mixed))).toContain('Left out: 1 needs a look, 2 do not verify')
  })

  test('calls green only what somebody vouches for, and keeps the rest apart', () => {
    const [head = '', apart = ''] = readText(view(PROFILES.mixed)).split(
      '1 authentic badge, issuer unknown',
    )
    expect(head).toContain('11.5 ECTS')
    expect(head).not.toContain('EQF 8')
    expect(apart).toContain('EQF 8')
    expect(apart).toContain('calls itself “Grand Institute”')
  })

  test('says whose classification the skills are of', () => {
    expect(readText(view(PROFILES.mixed))).toContain('uses the ESCO classification')
    expect(readText(view(PROFILES.plain))).not.toContain('uses the ESCO classification')
  })

  test('has a date for each badge, and names those without', () => {
    const text = readText(view(PROFILES.mixed))
    expect(text).toContain('2 September 2024 食品安全マネジメント基礎')
    expect(text).toContain('Shown more than once, and counted once: Data Analysis Foundations.')
    expect(text).toMatch(/Date unknown: Leadership/)
  })
})

test('hours and credits of other systems are said, and are no ECTS', () => {
  const { summary } = PROFILES.mixed
  const { ects: _ects, ...credit } = summary.trusted.credit
  const text = readText(
    shown(<ProfileView summary={{ ...summary, trusted: { ...summary.trusted, credit } }} />),
  )
  expect(text).toContain('No ECTS stated')
  expect(text).toContain('15 hours are stated without credits. Hours are not made into credits.')
  expect(text).toContain('of a system that is not named: Machine Learning in Production.')
})

test('issuers of one name and domain are told apart by their ids', () => {
  const { summary } = PROFILES.mixed
  const [issuer] = summary.authentic.issuers
  const twins = ['https://a.example/1', 'https://a.example/2'].map((id) => ({ ...issuer!, id }))
  const authentic = { ...summary.authentic, issuers: twins }
  const text = readText(shown(<ProfileView summary={{ ...summary, authentic }} />))
  expect(text).toContain('“Grand Institute” · https://a.example/2')
  expect(readText(view(PROFILES.mixed))).not.toContain('· did:key')
})

test('of many badges the first are named, and all on demand', () => {
  const { summary } = PROFILES.mixed
  const countryUnknown = ['1', '2', '3', '4', '5', '6', '7']
  const html = shown(
    <ProfileView summary={{ ...summary, authentic: { ...summary.authentic, countryUnknown } }} />,
  )
  expect(readText(html)).toMatch(/and 2 more Show all/)
})

test.each([view, card])(
  'nothing out of a badge is interpreted or turns the page around',
  (draw) => {
    const html = draw(PROFILES.hostile)
    expect(html).not.toMatch(/<(img|script|iframe)\b/)
    expect(html).not.toContain('\u202E')
    expect(html.length).toBeLessThan(20_000)
  },
)
