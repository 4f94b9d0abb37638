import { describe, expect, test } from 'vitest'
import { withKnownAlignments } from '../../../../src/background/esco/known-alignments'
import { reportKey } from '../../../../src/background/judge'
import { unfinished } from '../../../../src/background/unfinished'
import type {
  AlignmentResult,
  EscoResult,
  VerificationReport,
} from '../../../../src/verifier/report'

const alignment = (result: EscoResult, asOf?: string): AlignmentResult => ({
  ...{ at: { place: 'alignment', index: 1 }, kind: 'esco' },
  esco: { result, uri: 'u', ...(asOf !== undefined && { asOf, version: '1.2.0' }) },
})
const report = (sha256: string, ...alignments: AlignmentResult[]): VerificationReport => ({
  ...unfinished(new Date(0)),
  ...{ source: { sha256, carrier: 'json' }, alignments },
})
const OPEN = alignment('unchecked')
const FOUND = alignment('found', '2026-01-01')

describe('what was asked before', () => {
  test('is not forgotten by a report that asked nobody', () => {
    const before = { ...report('a', FOUND), versions: { verifier: '1', esco: '1.2.0' } }
    const whole = withKnownAlignments(report('a', OPEN), before)
    expect(whole.alignments).toEqual([FOUND])
    expect(whole.versions).toMatchObject({ esco: '1.2.0' })
  })

  test('gives way to what is asked now', () => {
    const now = report('a', alignment('obsolete', '2026-06-01'))
    expect(withKnownAlignments(now, report('a', FOUND))).toBe(now)
  })

  test('is kept of each credential by itself', () => {
    const now = report('a', OPEN)
    expect(withKnownAlignments(now, report('b', FOUND))).toBe(now)
    expect(withKnownAlignments(now, undefined)).toBe(now)
    expect(withKnownAlignments(now, report('a', OPEN))).toBe(now)
  })

  test('is kept in parts too', () => {
    const whole = { ...report('a'), parts: [report('p', OPEN)] }
    const before = { ...report('a'), parts: [report('p', FOUND)] }
    expect(withKnownAlignments(whole, before).parts[0]?.alignments).toEqual([FOUND])
  })
})

test('a kept report is found whether or not ESCO was asked', async () => {
  const entry = { contentHash: 'x', url: 'https://x.example/' } as Parameters<typeof reportKey>[1]
  const asked = { ...report('a', FOUND), versions: { verifier: '1', esco: '1.2.0' } }
  const unasked = { ...report('a', OPEN), versions: { verifier: '1' } }
  expect(await reportKey(asked, entry)).toBe(await reportKey(unasked, entry))
  const newer = { ...unasked, versions: { verifier: '2' } }
  expect(await reportKey(newer, entry)).not.toBe(await reportKey(unasked, entry))
})
