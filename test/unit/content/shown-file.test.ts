// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { isEmbeddedPicture, shownFile } from '../../../src/content/shown-file'
import { expectLittleWork } from '../cpu-time'

const URL = 'https://issuer.example/award'

/** A document of this type, as a browser shows it. */
function shown(contentType: string, text: string, url = URL) {
  const page = document.implementation.createHTMLDocument()
  // A browser cuts long texts into nodes of 65,536 characters.
  const pre = page.body.appendChild(page.createElement('pre'))
  for (let at = 0; at < text.length; at += 65_536) pre.append(text.slice(at, at + 65_536))
  page.body.append(page.createElement('div'))
  Object.defineProperty(page, 'contentType', { value: contentType })
  Object.defineProperty(page, 'URL', { value: url })
  return { found: shownFile(page), pre }
}

const CREDENTIAL = '{"@context": ["https://www.w3.org/ns/credentials/v2"]}'
const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJ2YyI6e319.c2lnbmF0dXJl'

describe('a page that is a credential', () => {
  it.each([
    ['application/json', CREDENTIAL],
    ['application/ld+json', CREDENTIAL],
    ['application/vc+ld+json', CREDENTIAL],
    ['application/vc', CREDENTIAL],
    ['text/plain', ` ${CREDENTIAL}\n`],
    ['text/plain', `${TOKEN}\n`],
    ['application/jwt', TOKEN],
    ['application/vc+jwt', TOKEN],
    ['text/plain', `${TOKEN}~disclosure~`],
    ['application/json', '{"recipient": {}, "badge": "https://issuer.example/b"}'],
  ])('%s is taken as it is shown: %s', (type, text) => {
    const { found, pre } = shown(type, text)
    expect(found).toEqual({ element: pre, source: { kind: 'page', url: URL, text } })
  })

  it.each([
    ['application/json', '{"status": "ok", "items": [1, 2]}'],
    ['application/json', '"@context":'],
    ['text/plain', 'My diploma, with "badge": yes'],
    ['text/plain', 'www.example.com'],
    ['text/plain', `${TOKEN} and ${TOKEN}`],
    ['text/html', CREDENTIAL],
    ['text/csv', CREDENTIAL],
    ['application/javascript', CREDENTIAL],
    ['', CREDENTIAL],
  ])('%s is passed over: %s', (type, text) => {
    expect(shown(type, text).found).toBeUndefined()
  })

  it('is taken up to a million characters', () => {
    const long = (length: number) => CREDENTIAL + ' '.repeat(length - CREDENTIAL.length)
    expect(shown('application/json', long(1_000_000)).found?.source.text).toHaveLength(1_000_000)
    expect(shown('application/json', long(1_000_001)).found).toBeUndefined()
  })

  it('takes no longer where a hostile text looks like one again and again', async () => {
    await expectLittleWork(4, () => {
      expect(shown('application/json', `{${'"vc"  "badge" '.repeat(60_000)}`).found).toBeUndefined()
      expect(shown('text/plain', `eyJ${'a.'.repeat(400_000)}!`).found).toBeUndefined()
    })
  })

  it('has an address of the web', () => {
    expect(shown('application/json', CREDENTIAL, 'file:///c.json').found).toBeUndefined()
    expect(shown('application/json', CREDENTIAL, 'about:blank').found).toBeUndefined()
  })
})

describe('the document of a picture inside another document', () => {
  const inside = (contentType: string, holder: object): boolean => {
    const page = document.implementation.createHTMLDocument()
    Object.defineProperty(page, 'contentType', { value: contentType })
    Object.defineProperty(page, 'defaultView', { value: holder })
    return isEmbeddedPicture(page)
  }
  const frame = (localName: string) => ({ frameElement: { localName } })

  it('is its holder’s to report, in an <object> or <embed>', () => {
    expect(inside('image/png', frame('object'))).toBe(true)
    expect(inside('image/svg+xml', frame('embed'))).toBe(true)
  })

  it('is its own in a frame, in a tab, and inside another site', () => {
    expect(inside('image/png', frame('iframe'))).toBe(false)
    expect(inside('image/png', { frameElement: null })).toBe(false)
    const foreign = {
      get frameElement(): never {
        throw new DOMException('Blocked', 'SecurityError')
      },
    }
    expect(inside('image/png', foreign)).toBe(false)
  })

  it('is no picture but a page like any other', () => {
    expect(inside('text/html', frame('object'))).toBe(false)
  })
})
