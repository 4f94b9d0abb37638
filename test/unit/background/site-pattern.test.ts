import { describe, expect, it } from 'vitest'
import { choiceFor, inOrder, readSite } from '../../../src/background/site-pattern'
import type { ConsentMode } from '../../../src/platform/consent-shapes'

const choices = (all: Record<string, ConsentMode>) => new Map(Object.entries(all))

describe('naming a site', () => {
  it.each([
    ['uni.example', 'uni.example'],
    ['  Uni.EXAMPLE. ', 'uni.example'],
    ['https://uni.example/people?id=1#top', 'uni.example'],
    ['http://uni.example', 'uni.example'],
    ['uni.example:8443/x', 'uni.example'],
    ['*.uni.example', '*.uni.example'],
    ['*.Departments.Uni.Example', '*.departments.uni.example'],
    ['*.ox.ac.uk', '*.ox.ac.uk'],
    ['*.alice.github.io', '*.alice.github.io'],
    ['intranet', 'intranet'],
    ['localhost:8080/x', 'localhost'],
    ['http', 'http'],
    ['my_school.uni.example', 'my_school.uni.example'],
    ['uni.example//people', 'uni.example'],
    ['co.uk', 'co.uk'],
    ['192.0.2.7', '192.0.2.7'],
    ['[2001:db8::1]', '[2001:db8::1]'],
    ['constructor', 'constructor'],
  ])('%s is %s', (given, site) => {
    expect(readSite(given)).toEqual({ site })
  })

  it('shows no letter of another script: а of Cyrillic is not a', () => {
    expect(readSite('\u0430pple.example')).toEqual({ site: 'xn--pple-43d.example' })
    expect(readSite('*.bücher.example')).toEqual({ site: '*.xn--bcher-kva.example' })
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['https://', 'empty'],
    ['*', 'wildcard'],
    ['*.*.example', 'wildcard'],
    ['uni.*', 'wildcard'],
    ['*uni.example', 'wildcard'],
    ['*.192.0.2.7', 'wildcard'],
    ['*.[2001:db8::1]', 'wildcard'],
    ['*.co.uk', 'public-suffix'],
    ['*.example', 'public-suffix'],
    ['*.com.', 'public-suffix'],
    ['*.github.io', 'public-suffix'],
    ['*.', 'unreadable'],
    ['uni example', 'unreadable'],
    ['bank.example@evil.example', 'unreadable'],
    ['uni.example:port', 'unreadable'],
    ['a<b.example', 'unreadable'],
    ['xn--a.example\u202e', 'unreadable'],
    ['.uni.example', 'unreadable'],
    ['*..uni.example', 'unreadable'],
    ['uni..example', 'unreadable'],
    ['uni.example..', 'unreadable'],
    ['uni.example,', 'unreadable'],
    ['uni.example;other.example', 'unreadable'],
    ['-uni.example', 'unreadable'],
    ['uni-.example', 'unreadable'],
    [`${'a'.repeat(64)}.example`, 'unreadable'],
    ['http//uni.example', 'unreadable'],
    ['http:/uni.example', 'unreadable'],
    ['https://http//uni.example', 'unreadable'],
    ['ftp://uni.example', 'unreadable'],
    ['file:///x', 'unreadable'],
    ['ftp:', 'unreadable'],
  ])('%s is refused as %s', (given, problem) => {
    expect(readSite(given)).toEqual({ problem })
  })
})

describe('which choice counts', () => {
  const all = choices({
    'www.cs.uni.example': 'off',
    '*.cs.uni.example': 'click',
    '*.uni.example': 'always',
  })

  it.each([
    ['www.cs.uni.example', 'www.cs.uni.example'],
    ['cs.uni.example', '*.cs.uni.example'],
    ['a.www.cs.uni.example', '*.cs.uni.example'],
    ['uni.example', '*.uni.example'],
    ['law.uni.example', '*.uni.example'],
  ])('%s: the one that names it most closely, %s', (host, site) => {
    expect(choiceFor(all, host)?.site).toBe(site)
  })

  it.each(['xuni.example', 'uni.example.evil.example', 'example', '', 'toString', '__proto__'])(
    '%s is none of them',
    (host) => {
      expect(choiceFor(all, host)).toBeUndefined()
    },
  )
})

describe('a pattern above a public suffix', () => {
  const across = (mode: ConsentMode, host: string) =>
    choiceFor(choices({ '*.amazonaws.com': mode, '*.uni.example': mode }), host)?.mode

  it.each([
    'mallory.s3.amazonaws.com',
    'www.mallory.s3.amazonaws.com',
    's3.amazonaws.com',
    'anybody.compute.amazonaws.com',
  ])('asks nobody without a click on a site of strangers, and is off there: %s', (host) => {
    expect(across('always', host)).toBeUndefined()
    expect(across('click', host)).toBe('click')
    expect(across('off', host)).toBe('off')
  })

  it.each(['amazonaws.com', 'docs.aws.amazonaws.com', 'a.b.uni.example', '-a.uni.example'])(
    'counts on its owner’s own sites: %s',
    (host) => {
      expect(across('always', host)).toBe('always')
    },
  )

  it('gives way to a more careful one that is shorter, and to a choice for that very host', () => {
    const host = 'mallory.s3.amazonaws.com'
    const all = { '*.s3.amazonaws.com': 'always', '*.amazonaws.com': 'off' } as const
    expect(choiceFor(choices(all), host)).toEqual({ site: '*.amazonaws.com', mode: 'off' })
    expect(choiceFor(choices({ ...all, [host]: 'always' }), host)?.mode).toBe('always')
    expect(choiceFor(choices({ ...all, [`*.${host}`]: 'always' }), host)?.mode).toBe('always')
  })

  it.each([
    ['a.b.intranet', '*.b.intranet'],
    ['b.intranet', '*.b.intranet'],
    ['intranet', 'intranet'],
    ['localhost', 'localhost'],
    ['192.0.2.7', '192.0.2.7'],
    ['[2001:db8::1]', '[2001:db8::1]'],
  ])('is nothing that a host without a public suffix is kept from: %s', (host, site) => {
    expect(choiceFor(choices({ [site]: 'always' }), host)).toEqual({ site, mode: 'always' })
  })
})

it('lists a domain and what is below it side by side', () => {
  const all = choices({ '*.b.example': 'off', 'a.example': 'off', 'b.example': 'off' })
  expect(inOrder(all).map(({ site }) => site)).toEqual(['a.example', 'b.example', '*.b.example'])
})
