import { describe, expect, test } from 'vitest'
import { isPublicName, readAddress, sameAddress } from '../../../../src/verifier/http/address'

const href = (text: string) => {
  const address = readAddress(text)
  return 'url' in address ? address.url.href : address.reason.code
}

describe('addresses that may be asked', () => {
  test.each([
    ['https://issuer.example/a?b=c', 'https://issuer.example/a?b=c'],
    ['https://ISSUER.example', 'https://issuer.example/'],
    ['https://issuer.example:443/a', 'https://issuer.example/a'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://issuer.example/a#key', 'https://issuer.example/a'],
    ['https://10.example/', 'https://10.example/'],
    ['https://localhost.example/', 'https://localhost.example/'],
    ['https://my.locale.example/', 'https://my.locale.example/'],
    ['https://home.edu/', 'https://home.edu/'],
    ['https://alice.github.io/a', 'https://alice.github.io/a'],
    ['https://badges.university.ac.uk/', 'https://badges.university.ac.uk/'],
    ['https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
    ['https://badges.academy/', 'https://badges.academy/'],
    ['https://www.ck/', 'https://www.ck/'],
  ])('%s', (text, sent) => {
    expect(href(text)).toBe(sent)
  })

  test('http is upgraded, and the address says so', () => {
    expect(readAddress('http://issuer.example/a')).toMatchObject({ upgraded: true })
    expect(readAddress('http://issuer.example:80/a')).toMatchObject({ upgraded: true })
    expect(readAddress('https://issuer.example/a')).toMatchObject({ upgraded: false })
    expect(href('http://issuer.example/a')).toBe('https://issuer.example/a')
  })
})

describe('addresses that are refused', () => {
  test.each([
    // IPv4 in the spellings that the URL standard turns into dotted decimal
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://127.0.0.1./',
    'https://１２７.０.０.１/',
    'https://127。0。0。1/',
    'https://%31%32%37.0.0.1/',
    'https://8.8.8.8/',
    'https://10.0.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0/',
    // IPv6, mapped and compatible
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[2001:4860:4860::8888]/',
    // a prefix of JSON-LD called https could make them mean another address than the one signed
    'https:issuer.example/a',
    'http:issuer.example/a',
    'https:/issuer.example/a',
    'https:\\\\issuer.example/a',
    ' https://issuer.example/a',
    // names of this machine and of private networks
    'https://localhost/',
    'https://LOCALHOST/',
    'https://ｌｏｃａｌｈｏｓｔ/',
    'https://issuer.localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://router.lan/',
    'https://nas.home.arpa/',
    'https://home.arpa/',
    'https://wiki.corp/',
    'https://example.onion/',
    'https://intranet/',
    // names that private networks make up, or that name servers of clouds give out
    'https://nas.intra/',
    'https://app.test/',
    'https://vault.service.consul/',
    'https://kubernetes.default.svc/',
    'https://api.default.svc.cluster.local/',
    'https://host.docker/',
    'https://wiki.xn--bcher-kva/',
    'https://com.nas/',
    // trailing-dot tricks
    'https://issuer.example./',
    'https://localhost./',
    'https://printer.local./',
    'https://issuer..example/',
    // credentials, ports
    'https://user@issuer.example/',
    'https://user:secret@issuer.example/',
    'https://issuer.example@127.0.0.1/',
    'https://issuer.example:8443/',
    'https://issuer.example:22/',
    'http://issuer.example:8080/',
    // other schemes, and what is no URL
    'ftp://issuer.example/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'javascript:alert(1)',
    'blob:https://issuer.example/1',
    'chrome-extension://abc/x',
    'urn:uuid:7b5b4d3c-0000-4000-8000-000000000000',
    'did:web:issuer.example',
    'issuer.example/a',
    '/a',
    '',
    'https://',
  ])('%s', (text) => {
    expect(href(text)).toBe('address-refused')
  })

  test('a refused address of any length leaves at most 100 characters in the report', () => {
    const address = readAddress('x'.repeat(5000))
    expect(address).toMatchObject({ reason: { params: { host: 'x'.repeat(100) } } })
  })
})

describe('recipient hints', () => {
  test.each([
    ['?identity__email=ada%40learner.example', ''],
    ['?identity__email=a&expand=badge', '?expand=badge'],
    ['?expand=badge&IDENTITY__EMAIL=a&v=2', '?expand=badge&v=2'],
    ['?identity%5F%5Femail=a', ''],
    ['?identity__url=https%3A%2F%2Fa.example', ''],
    ['?identity__email', ''],
  ])('are not sent: %s', (query, sent) => {
    expect(href(`https://issuer.example/a${query}`)).toBe(`https://issuer.example/a${sent}`)
  })

  test.each(['?a=b%20c+d&&e', '?identity=1&email=x', '?x=identity__email', '?%ff=1'])(
    'and nothing else is rewritten: %s',
    (query) => {
      expect(href(`https://issuer.example/a${query}`)).toBe(`https://issuer.example/a${query}`)
    },
  )
})

describe('ids that name the same document', () => {
  test.each([
    ['https://issuer.example/a', 'http://issuer.example/a'],
    ['https://issuer.example', 'https://ISSUER.example:443/'],
    ['https://issuer.example/a?identity__email=x', 'https://issuer.example/a'],
    ['did:key:z6Mk', 'did:key:z6Mk'],
    ['urn:uuid:1', 'urn:uuid:1'],
  ])('%s and %s', (a, b) => {
    expect(sameAddress(a, b)).toBe(true)
  })

  test.each([
    ['https://issuer.example/a', 'https://issuer.example/a/'],
    ['https://issuer.example/a', 'https://issuer.example/A'],
    ['https://issuer.example/a#1', 'https://issuer.example/a#2'],
    ['https://issuer.example/a', 'https://issuer.example.evil.example/a'],
    ['did:key:z6Mk', 'did:key:z6mk'],
    ['https://issuer.example/', ''],
  ])('not %s and %s', (a, b) => {
    expect(sameAddress(a, b)).toBe(false)
  })
})

test('a public name has two labels at least and no number at its end', () => {
  expect(isPublicName('issuer.example')).toBe(true)
  expect(isPublicName('a.b.issuer.example')).toBe(true)
  expect(isPublicName('example')).toBe(false)
  expect(isPublicName('1.2.3.4')).toBe(false)
  expect(isPublicName('notlocalhost')).toBe(false)
  expect(isPublicName('thelocal.example')).toBe(true)
})
