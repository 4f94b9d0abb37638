import { describe, expect, test } from 'vitest'
import type { PolicyProblem, SettledBy, SiteProblem } from '../../../../src/platform/consent-shapes'
import {
  policyProblemSentence,
  sentencesIn,
  settledSentence,
  siteProblemSentence,
} from '../../../../src/ui/wording'
import { english } from '../english'

const s = sentencesIn(english, 'en-GB')

describe('by whose word a mode is in force', () => {
  test.each<[SettledBy, string]>([
    [{ is: 'preset' }, 'Preset for all sites.'],
    [{ is: 'user-default' }, 'Your choice for all sites.'],
    [{ is: 'user', site: 'jobs.example' }, 'Your choice for this site.'],
    [{ is: 'user', site: '*.uni.example' }, 'Your choice for *.uni.example.'],
    [{ is: 'tab' }, 'Your choice here; it ends with this private tab.'],
    [{ is: 'organisation', site: 'uni.example' }, 'Set by your organisation for this site.'],
    [{ is: 'organisation', site: '*.uni.example' }, 'Set by your organisation for *.uni.example.'],
    [{ is: 'organisation-default' }, 'Set by your organisation for all sites.'],
  ])('%j', (by, sentence) => {
    expect(settledSentence(by, false, s)).toBe(sentence)
    expect(settledSentence(by, true, s)).toBe(`${sentence} It cannot be changed here.`)
  })
})

test.each<[SiteProblem, RegExp]>([
  ['empty', /^Name a site, such as/],
  ['unreadable', /“\*\.co\.uk” is no name of a site\. Write/],
  ['wildcard', /“\*\.co\.uk” has its \* in the wrong place\. Write/],
  ['public-suffix', /“\*\.co\.uk” is not one organisation’s.* Name a domain below it\./],
])('a name that is refused (%s) is named, and what to write instead', (problem, sentence) => {
  expect(siteProblemSentence(problem, '*.co.uk', s)).toMatch(sentence)
})

test('a hostile name cannot turn the sentence about it around', () => {
  const sentence = siteProblemSentence('unreadable', 'a\u202Eb” is fine. “', s)
  expect(sentence).not.toContain('\u202E')
  expect(sentence.match(/[“”]/g)).toHaveLength(2)
})

test.each<[PolicyProblem, RegExp]>([
  [{ place: 'sites[1].mode', problem: 'mode', given: 'on' }, /^sites\[1\]\.mode: “on” is no mode/],
  [{ place: 'sites[0].site', problem: 'wildcard', given: '*' }, /^sites\[0\]\.site: “\*” has its/],
  [{ place: 'x', problem: 'unknown' }, /^x: Touchstone knows no setting/],
  [{ place: 'usersMayChangeModes', problem: 'boolean', given: 'no' }, /Taken as false/],
  [{ place: 'trustLists[0]', problem: 'address', given: 'ftp://x' }, /no https address/],
  [{ place: 'sites', problem: 'array', given: 'x' }, /is no list/],
  [{ place: 'sites[0]', problem: 'object', given: 'x' }, /is no object/],
  [{ place: 'sites[4].site', problem: 'twice', given: 'a.example' }, /The first counts/],
])('what of a policy was passed over says where it stands: %j', (problem, sentence) => {
  expect(policyProblemSentence(problem, s)).toMatch(sentence)
})
