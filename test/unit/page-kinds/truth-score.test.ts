import { describe, expect, test } from 'vitest'
import type { PopupRow } from '../../e2e/harness/popup'
import { problemsOfList, scoreMarks, type Scene } from '../../e2e/harness/truth-score'
import { nothing, type TruthRow } from '../../page-kinds/page-kind'

const badge: TruthRow = {
  selector: '#badge',
  what: 'badge',
  expected: 'badge',
  markBeforeConsent: 'found',
  inPopup: true,
  afterVerify: { verdict: 'authentic' },
  credential: { name: 'Real', at: 'https://issuer.example/1' },
}
const lookAlike = nothing('#look-alike', 'look-alike')
const rows = [badge, lookAlike]
const page = { url: 'https://a.example/', truth: rows }
const scene: Scene = { kind: { id: 'test', title: 'Test', pages: [page] }, page }

describe('marks', () => {
  test('as they should be', () => {
    expect(score(['found'], [])).toMatchObject({ expected: 1, found: 1, unknown: [] })
    expect(score(['authentic'], [], 'after')).toMatchObject({ found: 1, unknown: [] })
  })

  test('a badge without a mark is missed', () => {
    expect(score([], [])).toMatchObject({ found: 0, missed: [expect.any(String)], wrong: [] })
  })

  test.each([
    ['another look', ['invalid'], [], []],
    ['two marks on one element', ['found', 'found'], [], []],
    ['a mark on what is no badge', ['found'], ['found'], []],
    ['a mark on nothing', ['found'], [], ['found at 1,2']],
  ])('%s is wrong', (_, onBadge, onOther, strays) => {
    const { wrong, unknown } = score(onBadge, onOther, 'before', strays)
    expect(wrong).toHaveLength(1)
    expect(unknown).toEqual(wrong)
  })

  function score(
    onBadge: string[],
    onOther: string[],
    moment: 'before' | 'after' = 'before',
    strays: string[] = [],
  ) {
    const looks = new Map([
      [badge, onBadge],
      [lookAlike, onOther],
    ])
    return scoreMarks(scene, rows, { looks, strays }, moment)
  }
})

describe('the list', () => {
  test('has every badge once, with its verdict', () => {
    expect(problemsOfList(scene, [row('Real', 'authentic')])).toEqual([])
  })

  test.each([
    ['nothing', []],
    ['another verdict', [row('Real', 'invalid')]],
    ['another name', [row('Unreal', 'authentic')]],
    ['one badge twice', [row('Real', 'authentic'), row('Real', 'authentic')]],
    ['something else besides', [row('Real', 'authentic'), row('Other', 'unverifiable')]],
  ])('with %s is noticed', (_, list) => {
    expect(problemsOfList(scene, list)).not.toEqual([])
  })
})

function row(name: string, verdict: string): PopupRow {
  return { id: name, state: 'done', verdict, name, issuer: '', meta: '', chip: '' }
}
