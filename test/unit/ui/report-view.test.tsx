import { describe, expect, test } from 'vitest'
import { BadgeRow } from '../../../src/ui/badge-row'
import { ReportView } from '../../../src/ui/report'
import type { BadgeSummary } from '../../../src/platform/messages'
import type { Credential } from '../../../src/verifier/credential'
import type { VerificationReport } from '../../../src/verifier/report'
import { CREDENTIAL } from '../../screens/credential'
import {
  ALTERED,
  AUTHENTIC,
  EXPIRED,
  MATCHED,
  NONE,
  TRUSTED,
  UNVERIFIABLE,
} from '../../screens/reports'
import { CLR, ENDORSED } from '../../screens/parts'
import { readText, shown } from './shown'

const detail = (report: VerificationReport): string =>
  shown(<ReportView report={report} compare={() => Promise.resolve(null)} />)

/** Writes the attack into every string of a credential, but for language tags. */
function poisoned(credential: Credential, attack: string): Credential {
  return JSON.parse(
    JSON.stringify(credential, (_, value: unknown) => (typeof value === 'string' ? attack : value)),
  ) as Credential
}

describe('nothing out of a badge is interpreted', () => {
  const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>" onclick="alert(3)'

  test('markup in every text field is shown as text', () => {
    const clean = detail(AUTHENTIC)
    const html = detail({ ...AUTHENTIC, credential: poisoned(CREDENTIAL, MARKUP) })
    expect(html).toContain('&lt;img src=x onerror=alert(1)>')
    expect(html).not.toMatch(/<(img|script|iframe|object|style)\b/)
    expect(html).not.toMatch(/<[^>]*\sonclick=/)
    expect(readText(html)).toContain('<script>alert(2)</script>')
    expect(html.split('<dt').length).toBeLessThanOrEqual(clean.split('<dt').length)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    '//evil.example/',
  ])('%j in every address becomes no link', (attack) => {
    const checks = AUTHENTIC.checks.map(({ spec: _spec, ...check }) => check)
    const html = detail({ ...AUTHENTIC, checks, credential: poisoned(CREDENTIAL, attack) })
    expect(html).not.toContain('<a ')
    expect(readText(html)).toContain(attack.trim().replace(/\s+/g, ' '))
  })

  test('links leave without a trace and without credentials', () => {
    const html = detail({
      ...AUTHENTIC,
      credential: poisoned(CREDENTIAL, 'https://user:secret@evil.example/a'),
    })
    const links = html.match(/<a [^>]*>/g) ?? []
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) {
      expect(link).toContain('rel="noopener noreferrer nofollow"')
      expect(link).toContain('target="_blank"')
      expect(link).not.toContain('secret')
    }
  })

  test('a name of 10 kB does not fill the page', () => {
    const html = detail({ ...AUTHENTIC, credential: poisoned(CREDENTIAL, '名'.repeat(10_000)) })
    expect(html).toContain('Show all')
    expect(html).not.toContain('名'.repeat(700))
  })

  test('a long name of a link is cut short: a button inside it would open what it leads to', () => {
    const name = { und: 'very long '.repeat(100) }
    const evidence = [{ id: 'https://a.example/e', url: 'https://a.example/e', name }]
    const html = detail({ ...AUTHENTIC, credential: { ...CREDENTIAL, evidence } })
    expect(html).toContain('href="https://a.example/e"')
    expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<button/)
  })

  test('overrides and controls reach no element', () => {
    const html = detail({
      ...AUTHENTIC,
      credential: poisoned(CREDENTIAL, 'a\u202Egnp.egdab\u202C\u0000\u2066b'),
    })
    expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/u)
    expect(html).toContain('<bdi')
  })

  test('an image that is no data URL is never loaded', () => {
    const report = shown(
      <ReportView
        report={TRUSTED}
        thumbnail="https://tracker.example/pixel.png"
        compare={() => Promise.resolve(null)}
      />,
    )
    expect(report).not.toContain('tracker.example')
  })

  test('a language tag out of a badge becomes an attribute only where it is one', () => {
    const name = { 'x" onfocus="alert(1)': 'Hello' }
    const achievement = { ...CREDENTIAL.achievements[0]!, name }
    const html = detail({ ...TRUSTED, credential: { ...CREDENTIAL, achievements: [achievement] } })
    expect(html).toContain('Hello')
    expect(html).not.toContain('onfocus')
  })
})

describe('the detail', () => {
  test.each([
    [TRUSTED, 'Holder not confirmed.'],
    [MATCHED, 'Holder confirmed: it was issued to the person you asked about.'],
    [AUTHENTIC, 'Holder not confirmed.'],
    [EXPIRED, 'Authentic, but expired on 31 January 2026.'],
    [ALTERED, 'Does not verify: it was altered after it was signed.'],
    [UNVERIFIABLE, 'This says nothing about the badge.'],
    [NONE, 'No badge data in this image.'],
  ])('%# says its headline in its heading', (report, words) => {
    const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(detail(report))?.[1] ?? ''
    expect(readText(heading)).toContain(words)
  })

  test('says once that the claims themselves are not judged', () => {
    expect(readText(detail(TRUSTED)).split('not whether what it says is true').length).toBe(2)
  })

  test('shows what a displayer must show', () => {
    const text = readText(detail(EXPIRED))
    for (const words of [
      'Data Analysis Foundations',
      'Cleans, models',
      'Calls itself',
      'Issued 14 March 2026',
    ])
      expect(text).toContain(words)
  })

  test('where authenticity fails, says that anybody may have written what follows', () => {
    expect(readText(detail(ALTERED))).toContain('anybody may have written this')
    expect(readText(detail(UNVERIFIABLE))).toContain(
      'Nobody has confirmed that the issuer wrote this',
    )
    expect(readText(detail(TRUSTED))).not.toContain('Nobody has confirmed')
  })

  test('after a failed proof nothing is shown as passed', () => {
    const after = detail(ALTERED).split('data-check="proof"')[1] ?? ''
    expect(after).not.toContain('data-outcome="passed"')
    expect(readText(after)).toContain('Not looked at, because an earlier check decided')
  })

  test('offers no comparison of what does not hold', () => {
    expect(detail(AUTHENTIC)).toContain('name="identity"')
    expect(detail(ALTERED)).not.toContain('name="identity"')
    expect(detail(UNVERIFIABLE)).not.toContain('name="identity"')
  })

  test('an image without data offers ways on, and no comparison', () => {
    const text = readText(detail(NONE))
    expect(text).toContain('Follow the link on the image')
    expect(text).not.toContain('Compare')
  })
})

describe('credentials inside', () => {
  const items = (report: VerificationReport): string[] =>
    (detail(report).match(/<li class="part".*?<\/li>/gs) ?? []).map(readText)

  test('each has its name and what was found about it, and opens', () => {
    const [first, second, third, fourth] = items(CLR)
    expect(first).toContain('Machine Learning in Production Authentic.')
    expect(second).toContain('expired on 31 January 2026')
    expect(second).toContain('Issued to somebody else than the whole.')
    expect(third).toContain('Does not verify: it was altered')
    expect(third).toContain('Says it is from badges.example')
    expect(fourth).toContain('cloud.example did not answer')
    expect(detail(CLR).match(/<li class="part"[^>]*><details/g)).toHaveLength(4)
  })

  test('endorsements stand apart, and are said not to count', () => {
    const text = readText(detail(ENDORSED))
    expect(text).toContain('It does not make the badge better.')
    expect(text).not.toContain('Credentials inside')
    expect(items(ENDORSED)).toHaveLength(2)
  })

  test('a badge in the place of an endorsement is called none', () => {
    const [part] = CLR.parts
    const place = { role: 'endorsement', subject: 'unknown' } as const
    expect(items({ ...ENDORSED, parts: [{ ...part!, place }] })[0]).toContain(
      'This is no endorsement',
    )
  })

  test('of what does not hold nobody says how it fits', () => {
    const parts = [{ ...ALTERED, place: { role: 'credential', subject: 'differs' } as const }]
    expect(items({ ...CLR, parts })[0]).not.toContain('somebody else')
  })

  test('nothing out of them is interpreted', () => {
    const parts = CLR.parts.map((part) => ({
      ...part,
      credential: poisoned(part.credential!, '<img src=x onerror=alert(1)>\u202E'),
    }))
    const html = detail({ ...CLR, parts })
    expect(html).toContain('&lt;img src=x onerror=alert(1)>')
    expect(html).not.toMatch(/<img|\u202E/)
  })

  test('a presentation asks whose it is, an endorsement does not', () => {
    const { credential: _, ...presentation } = { ...CLR, kind: 'presentation' as const }
    expect(detail(presentation)).toContain('name="identity"')
    expect(detail({ ...AUTHENTIC, kind: 'endorsement' })).not.toContain('name="identity"')
  })

  test('a learner record bears its own name', () => {
    const achievements = CREDENTIAL.achievements
    const html = detail({ ...CLR, credential: { ...CLR.credential!, achievements } })
    expect(/badge-face-name"><bdi>(.*?)</.exec(html)?.[1]).toBe('Transcript of studies')
  })
})

describe('a row of the list', () => {
  const row: BadgeSummary = {
    id: 'a',
    kind: 'image',
    url: 'https://portfolio.example/badge.png',
    state: 'done',
    hosts: [],
    verdict: 'authentic',
    reasons: AUTHENTIC.reasons,
    issuer: AUTHENTIC.issuer,
    holder: 'not-asked',
    name: '<b>Name</b>',
    format: 'OpenBadges/3.0',
  }
  const html = (badge: BadgeSummary): string =>
    shown(<BadgeRow badge={badge} onOpen={() => undefined} onLocate={() => undefined} />)

  test('names the domain first and the claimed name as a claim', () => {
    expect(readText(html(row))).toContain('skills.example, calls itself “Grand Institute”')
    expect(html(row)).not.toContain('<b>Name')
  })

  test('says why where it does not hold', () => {
    const invalid = { ...row, verdict: 'invalid' as const, reasons: ALTERED.reasons }
    expect(readText(html(invalid))).toContain('it was altered after it was signed')
    expect(readText(html(invalid))).toContain('Says it is from skills.example')
  })

  test('before a click, names who would be asked and shows no verdict', () => {
    const found = { ...row, state: 'found' as const, hosts: ['a.example', 'b.example'] }
    expect(readText(html(found))).toContain('Would ask a.example and b.example')
    expect(readText(html(found))).not.toContain('Issuer unknown')
  })

  test('without a name it is called by the page, else by its host', () => {
    const { name: _name, ...unnamed } = row
    expect(readText(html({ ...unnamed, label: 'My badge' }))).toContain('My badge')
    expect(readText(html(unnamed))).toContain('From portfolio.example')
  })
})
