import { describe, expect, it } from 'vitest'
import { asAsked, MAXIMUM_ADDRESS, publicAddress } from '../../../src/discovery/public-address'
import { readAddress } from '../../../src/verifier/http/address'

const PRIVATE = [
  'https://localhost/',
  'https://a.localhost/',
  'https://printer.local/',
  'https://wiki.intranet/',
  'https://a.internal/',
  'https://nas.home.arpa/',
  'https://a.corp/',
  'https://a.onion/',
  'https://router/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://192.168.1.1/',
  'https://[::1]/',
  'https://[fd00::1]/',
  'https://a.example./',
  'https://a..example/',
  'https://a.example:8443/',
  'http://a.example:8080/',
  'https://jane@a.example/',
  'https://jane:secret@a.example/',
  'ftp://a.example/',
  'file:///etc/passwd',
  'data:application/json,{}',
  'blob:https://a.example/1',
  'javascript:alert(1)',
  'mailto:jane@a.example',
  '/relative',
  '',
]

describe('publicAddress', () => {
  it.each(PRIVATE)('refuses %s, as the guarded fetch does', (address) => {
    expect(publicAddress(address)).toBeUndefined()
    expect(readAddress(address)).toHaveProperty('reason')
  })

  it.each([
    ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
    ['http://a.example/', 'https://a.example/'],
    ['HTTPS://A.EXAMPLE', 'https://a.example/'],
    ['https://a.example:443/', 'https://a.example/'],
    ['http://a.example:80/', 'https://a.example/'],
    ['https://xn--bcher-kva.example/', 'https://xn--bcher-kva.example/'],
    ['https://a_b.example/', 'https://a_b.example/'],
  ])('reads %s', (address, expected) => {
    expect(publicAddress(address)?.href).toBe(expected)
    expect(readAddress(address)).toHaveProperty('url')
  })

  it.each([
    ['identity__email=jane%40a.example&v=2', '?v=2'],
    ['identity%5F%5Femail=jane%40a.example', ''],
    ['IDENTITY__url=x', ''],
    ['v=2&utm_source=x&trk=y&trkInfo=z&lipi=1&fbclid=2&gclid=3', '?v=2'],
    ['v=2&igsh=a&igshid=b&mc_eid=c&_hsenc=d&_hsmi=e&msclkid=f&twclid=g&dclid=h', '?v=2'],
    ['igshort=1&mc_eidolon=2', '?igshort=1&mc_eidolon=2'],
    ['sig=a%2fb+c&x', '?sig=a%2fb+c&x'],
    ['track=1&identity=2', '?track=1&identity=2'],
  ])('sends of ?%s only %s', (query, kept) => {
    expect(publicAddress(`https://a.example/?${query}`)?.search).toBe(kept)
  })

  it('reads what is relative to a page', () => {
    const page = new URL('https://a.example/b/c')
    expect(publicAddress('d.json', page)?.href).toBe('https://a.example/b/d.json')
    expect(publicAddress('//b.example/d', page)?.href).toBe('https://b.example/d')
    expect(publicAddress('//localhost/d', page)).toBeUndefined()
  })

  it('bounds the length', () => {
    expect(publicAddress(`https://a.example/${'a'.repeat(MAXIMUM_ADDRESS)}`)).toBeUndefined()
  })
})

it('sends no fragment', () => {
  expect(asAsked(new URL('https://a.example/x?y#z'))).toBe('https://a.example/x?y')
})
