import { describe, expect, test } from 'vitest'
import {
  sentenceLocale,
  checkTitle,
  chipOf,
  issuerLine,
  markLabel,
  pageSummary,
} from '../../../../src/ui/wording'
import {
  CHECK_ORDER,
  type Check,
  type Outcome,
  type ReasonCode,
  type Verdict,
} from '../../../../src/verifier/report'
import { english } from '../english'
import { sample } from './samples'

const badge = (verdict: Verdict): { state: 'done'; verdict: Verdict } => ({
  state: 'done',
  verdict,
})
const open = { state: 'found' } as const
const checking = { state: 'checking' } as const
const link = { state: 'found', isBadge: false } as const

describe('pageSummary', () => {
  test.each([
    [[], 'No badges on this page', ''],
    [[badge('none')], 'No badges on this page', ''],
    [[open, open], '2 badges on this page', 'Not checked yet. Nobody is asked before you say so.'],
    [[open], '1 badge on this page', 'Not checked yet. Nobody is asked before you say so.'],
    [
      [...Array.from({ length: 5 }, () => badge('trusted')), badge('attention'), badge('invalid')],
      '5 of 7 badges hold',
      '1 needs a look, 1 does not verify',
    ],
    [[badge('authentic')], '1 of 1 badge holds', 'Each one is authentic and in force'],
    [
      [badge('trusted'), badge('unverifiable'), badge('attention'), badge('attention'), open],
      '1 of 5 badges hold so far',
      '2 need a look, 1 could not be checked, 1 not checked yet',
    ],
    [
      [link, link],
      '2 may be badges',
      'Pages, links or images that have not been read yet. Nobody is asked before you say so.',
    ],
    [
      [open, link],
      '1 badge on this page',
      'Not checked yet. Nobody is asked before you say so. 1 more may be a badge.',
    ],
    [[badge('authentic'), link], '1 of 1 badge holds', '1 may be a badge'],
    [[checking, badge('none')], '0 of 1 badge holds so far', '1 being checked'],
  ])('%#', (badges, title, detail) => {
    expect(pageSummary(badges, english, 'en')).toEqual({ title, detail })
  })
})

describe('chipOf', () => {
  test.each<[Verdict, ReasonCode, string]>([
    ['trusted', 'issuer-listed', 'Verified'],
    ['authentic', 'issuer-unknown', 'Issuer unknown'],
    ['attention', 'expired', 'Expired'],
    ['attention', 'not-yet-valid', 'Not yet in force'],
    ['attention', 'suspended', 'Suspended'],
    ['attention', 'status-not-obtained', 'Status unknown'],
    ['attention', 'holder-differs', 'Other recipient'],
    ['attention', 'baked-copy-differs', 'Look closer'],
    ['invalid', 'altered', 'Altered'],
    ['invalid', 'revoked', 'Revoked'],
    ['invalid', 'gone', 'Revoked'],
    ['invalid', 'key-not-issuers', 'Not the issuer’s key'],
    ['invalid', 'key-revoked', 'Key withdrawn'],
    ['attention', 'sealer-unnamed', 'Sealer unclear'],
    ['invalid', 'hosted-outside-scope', 'Not the issuer’s site'],
    ['invalid', 'proof-purpose-wrong', 'Does not verify'],
    ['unverifiable', 'host-unreachable', 'Could not check'],
    ['none', 'no-badge-data', 'Not a badge'],
    ['none', 'platform-certificate', 'No data'],
    ['none', 'template-picture', 'Nobody’s award'],
  ])('%s, %s', (verdict, code, text) => {
    const chip = chipOf({ state: 'done', verdict, reasons: [sample(code)] })
    expect(english(chip.textKey)).toBe(text)
    expect(chip.look).toBe(verdict)
  })

  test('a preliminary verdict is not shown before the badge is done', () => {
    const chip = chipOf({ state: 'found', verdict: 'trusted', reasons: [] })
    expect(chip).toEqual({ look: 'found', textKey: 'chipFound' })
  })

  test('what was not read yet is not called a badge', () => {
    const chip = chipOf({ state: 'found', isBadge: false })
    expect(chip).toEqual({ look: 'none', textKey: 'chipUnread' })
  })

  test('expired says so even when a lesser reason stands first', () => {
    const reasons = [sample('status-list-too-short'), sample('expired')]
    expect(chipOf({ verdict: 'attention', reasons }).textKey).toBe('chipExpired')
  })
})

describe('markLabel', () => {
  const label = (
    ...[look, facts]: [Parameters<typeof markLabel>[0], Parameters<typeof markLabel>[1]]
  ) => markLabel(look, facts, english, 'en')

  test('found names who would be asked', () => {
    expect(label('found', { hosts: ['issuer.example', 'status.example'] })).toBe(
      'A badge. Verify it? This asks issuer.example and status.example.',
    )
    expect(label('found', { hosts: [] })).toBe('A badge. Verify it?')
  })

  test('permission names the host', () => {
    expect(label('permission-needed', { hosts: [], permissionHost: 'issuer.example' })).toBe(
      'Allow access to issuer.example to check.',
    )
  })

  test('a verdict is said in full, with the holder', () => {
    const issuer = { standing: 'unknown' as const, id: 'https://a.example/' }
    const report = {
      verdict: 'authentic' as const,
      reasons: [],
      issuer,
      holder: 'not-asked' as const,
    }
    expect(label('authentic', { hosts: [], report })).toBe(
      'Authentic. Issued by a.example. We cannot confirm who that is. Holder not confirmed.',
    )
  })
})

describe('issuerLine', () => {
  const issuer = { standing: 'unknown' as const, id: 'https://a.example/', claimedName: 'Harvard' }

  test('an unknown issuer is its domain; the name is only a claim', () => {
    const line = issuerLine({ verdict: 'authentic', reasons: [], issuer }, english, 'en')
    expect(line).toBe('a.example, calls itself “Harvard”')
  })

  test('where authenticity fails, the issuer is only what the badge says', () => {
    const line = issuerLine({ verdict: 'invalid', reasons: [], issuer }, english, 'en')
    expect(line).toBe('Says it is from a.example')
  })

  test('a listed issuer has its registered name', () => {
    const reasons = [sample('issuer-listed')]
    expect(issuerLine({ verdict: 'trusted', reasons, issuer }, english, 'en')).toBe(
      'Example University',
    )
  })
})

describe('checkTitle', () => {
  const OUTCOMES: Outcome[] = ['passed', 'failed', 'warned', 'unknown', 'not-applicable']
  const title = (check: Check): string => checkTitle(check, english, 'en')

  test('every check has a title for every outcome', () => {
    for (const id of CHECK_ORDER)
      for (const outcome of OUTCOMES)
        expect(title({ id, outcome, reasons: [] }), `${id} ${outcome}`).toMatch(/^\S.{4,}/)
  })

  test('only a passed status check says that it is not revoked', () => {
    const reasons = [sample('not-revoked')]
    for (const outcome of OUTCOMES)
      expect(title({ id: 'status', outcome, reasons }).startsWith('Not revoked')).toBe(
        outcome === 'passed',
      )
  })

  test('a list about suspension, or none, is not "not revoked"', () => {
    const passed = (code: ReasonCode): string =>
      title({ id: 'status', outcome: 'passed', reasons: [sample(code)] })
    expect(passed('not-suspended')).toBe('Not suspended')
    expect(passed('no-status-published')).toBe('No revocation information published')
  })

  test('what was not reached says so', () => {
    const reasons = [sample('not-reached')]
    expect(title({ id: 'dates', outcome: 'not-applicable', reasons })).toBe('Dates: not reached')
  })
})

test('dates follow the browser only where the texts are in its language', () => {
  expect(sentenceLocale(english, 'en-GB')).toBe('en-GB')
  expect(sentenceLocale(english, 'de-AT')).toBe('en')
})
