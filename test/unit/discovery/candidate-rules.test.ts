import { describe, expect, it } from 'vitest'
import {
  dataHead,
  imageIsWorthReading,
  linkIsWorthReporting,
  MAXIMUM_DATA_URL,
  MAXIMUM_WEB_ADDRESS,
  MINIMUM_SIDE,
  webAddress,
} from '../../../src/discovery/candidate-rules'

const SIZE = { width: 100, height: 100 }

describe('imageIsWorthReading', () => {
  it.each([
    'https://a.example/badge.png',
    'https://a.example/BADGE.PNG?size=2#x',
    'https://a.example/badge.svg',
    'https://a.example/public/assertions/1/image',
    'https://a.example/image?file=photo.jpg',
    'https://a.example/badge.png/v1.2/image',
    'http://a.example/badge.png',
    'data:image/png;base64,AAAA',
    'data:image/svg+xml,%3Csvg/%3E',
  ])('takes %s', (url) => {
    expect(imageIsWorthReading(url, SIZE)).toBe(true)
  })

  it.each([
    'https://a.example/photo.jpg',
    'https://a.example/photo.JPEG?x=badge.png',
    'https://a.example/photo.webp#badge.png',
    'https://a.example/anim.gif',
    'https://a.example/p.avif',
    'data:image/jpeg;base64,AAAA',
    'data:text/html,<img>',
    'blob:https://a.example/1',
    'file:///etc/badge.png',
    'javascript:alert(1)//.png',
    'chrome-extension://abc/icon.png',
    '',
  ])('passes over %s', (url) => {
    expect(imageIsWorthReading(url, SIZE)).toBe(false)
  })

  it('passes over what is too small on either side', () => {
    const just = { width: MINIMUM_SIDE, height: MINIMUM_SIDE }
    expect(imageIsWorthReading('https://a.example/a.png', just)).toBe(true)
    expect(imageIsWorthReading('https://a.example/a.png', { ...just, width: 31 })).toBe(false)
    expect(imageIsWorthReading('https://a.example/a.png', { ...just, height: 31 })).toBe(false)
  })

  it('takes an SVG that has no size of its own', () => {
    expect(imageIsWorthReading('https://a.example/a.svg', { width: 0, height: 0 })).toBe(true)
  })

  it('bounds data URLs', () => {
    const url = `data:image/png;base64,${'A'.repeat(MAXIMUM_DATA_URL)}`
    expect(imageIsWorthReading(url)).toBe(false)
    expect(linkIsWorthReporting(url)).toBe(false)
  })
})

describe('an address that is too long', () => {
  const https = `https://a.example/${'a'.repeat(MAXIMUM_WEB_ADDRESS)}.png`

  it('is passed over, as the worker would refuse it', () => {
    expect(imageIsWorthReading(https)).toBe(false)
    expect(linkIsWorthReporting(https)).toBe(false)
    expect(webAddress(https)).toBeUndefined()
    expect(imageIsWorthReading(https.slice(-100).replace(/^/, 'https://a.example/'))).toBe(true)
  })

  it('is a data URL whose head could not stand for it', () => {
    const head = (parameter: string) => `data:image/png;x=${parameter};base64,AAAA`
    expect(imageIsWorthReading(head('a'.repeat(50)))).toBe(true)
    expect(imageIsWorthReading(head('a'.repeat(200)))).toBe(false)
    expect(linkIsWorthReporting(`data:application/json;x=${'a'.repeat(200)},{}`)).toBe(false)
  })
})

describe('dataHead', () => {
  it('ends with the first comma', () => {
    expect(dataHead('data:image/svg+xml;utf8,<svg a="1,2">')).toBe('data:image/svg+xml;utf8,')
  })
})

describe('linkIsWorthReporting', () => {
  it.each([
    'https://a.example/badge.png',
    'https://a.example/badge.svg?download',
    'https://a.example/credential.json',
    'https://a.example/diploma.jsonld#part',
    'https://a.example/credential.JWT',
    'data:application/vc+ld+json,{}',
    'data:application/json;base64,e30=',
  ])('takes %s', (url) => {
    expect(linkIsWorthReporting(url)).toBe(true)
  })

  it.each([
    'https://a.example/',
    'https://json.example',
    'https://files.json/',
    'https://a.example/page.html?file=badge.png',
    'https://a.example/page#badge.png',
    'https://a.example/photo.jpg',
    'mailto:a@b.example?subject=x.json',
    'javascript:void("/x.json")',
    'data:text/html,x.json',
    '',
  ])('passes over %s', (url) => {
    expect(linkIsWorthReporting(url)).toBe(false)
  })
})

describe('webAddress', () => {
  it('reads http and https alone', () => {
    expect(webAddress('https://A.example/x')?.host).toBe('a.example')
    expect(webAddress('javascript:alert(1)')).toBeUndefined()
    expect(webAddress('https://')).toBeUndefined()
    expect(webAddress('/relative')).toBeUndefined()
  })
})
