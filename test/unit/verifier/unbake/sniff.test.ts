import { describe, expect, it } from 'vitest'
import { sniff, sniffText, type Sniffed } from '../../../../src/verifier/unbake/sniff'
import { bytesOf, concat, picture } from './png-files'

const base64url = (text: string): string => Buffer.from(text).toString('base64url')
const HEADER = base64url('{"alg":"ES256"}')
const JWS = `${HEADER}.${base64url('{"a":1}')}.c2ln`
const SNB = 'http://data.europa.eu/snb'
const COSE = Buffer.from('d28443a10126a04161f94000', 'hex')
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

describe('sniff', () => {
  const files: [string, Uint8Array, Sniffed][] = [
    ['a PNG', picture(), 'png'],
    ['a PNG signature broken by a text transfer', latin1('\x89PNG\n\x1a\n'), 'unknown'],
    ['a JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'jpeg'],
    ['a GIF', latin1('GIF89a'), 'gif'],
    ['a WebP', latin1('RIFF\x10\0\0\0WEBPVP8 '), 'webp'],
    ['a RIFF that is no WebP', latin1('RIFF\x10\0\0\0WAVEfmt '), 'unknown'],
    ['a PDF', latin1('%PDF-1.7\n'), 'pdf'],
    ['a COSE_Sign1', Uint8Array.of(0xd2, 0x84, 0x43, 0xa1, 0x01, 0x26), 'cose'],
    ['a tag 18 on something else', Uint8Array.of(0xd2, 0x83, 0x43, 0xa1, 0x01, 0x26), 'unknown'],
    ['nothing', new Uint8Array(0), 'unknown'],
    ['UTF-16 SVG', utf16('<?xml version="1.0"?><svg/>'), 'svg'],
    ['JSON with a byte-order mark', bytesOf('\uFEFF {"a":1}'), 'json'],
    ['random bytes', Uint8Array.of(0, 159, 146, 150, 1, 2, 3), 'unknown'],
  ]
  it.each(files)('recognises %s', (_, bytes, kind) => {
    expect(sniff(bytes)).toBe(kind)
  })

  it('recognises a JWS longer than its look at markup, whole', () => {
    const long = `${HEADER}.${'a'.repeat(300_000)}.c2ln`
    expect(sniff(bytesOf(long))).toBe('jws')
    expect(sniff(bytesOf(`${long}~disclosure~`))).toBe('sd-jwt')
    expect(sniff(bytesOf(`${long} and more`))).toBe('unknown')
  })

  it('recognises a long JSON and a long SVG without reading them', () => {
    expect(sniff(bytesOf(`{"a":"${'x'.repeat(3_000_000)}"}`))).toBe('json')
    expect(sniff(bytesOf(`<svg>${' '.repeat(3_000_000)}</svg>`))).toBe('svg')
  })

  it('does not read a huge file of no kind', () => {
    expect(sniff(concat(bytesOf(HEADER), new Uint8Array(3_000_000).fill(97)))).toBe('unknown')
  })
})

describe('sniffText', () => {
  const texts: [string, string, Sniffed][] = [
    ['JSON', '{}', 'json'],
    ['JSON after white space', '\r\n\t [1]', 'json'],
    ['a compact JWS', JWS, 'jws'],
    ['a compact JWS in white space', `\n${JWS}\n`, 'jws'],
    ['a JWS with an empty signature, so that it can be refused by name', `${HEADER}.e30.`, 'jws'],
    ['an SD-JWT', `${JWS}~WyJzYWx0Il0~`, 'sd-jwt'],
    ['an SD-JWT without disclosures', `${JWS}~`, 'sd-jwt'],
    ['an SD-JWT with key binding', `${JWS}~WyJzYWx0Il0~${JWS}`, 'sd-jwt'],
    ['a COSE_Sign1 in base64url', COSE.toString('base64url'), 'cose'],
    ['a COSE_Sign1 in base64', COSE.toString('base64'), 'cose'],
    ['a COSE_Sign1 in hexadecimal', COSE.toString('hex'), 'cose'],
    ['a COSE_Sign1 in multibase', `u${COSE.toString('base64url')}`, 'cose'],
    ['a COSE_Sign1 in a URL', 'data:application/vc+cose;base64,0oRD', 'cose'],
    ['another URL with data', 'data:application/pdf;base64,0oRD', 'unknown'],
    ['a word that begins alike', '0oR is no token', 'unknown'],
    ['three words that are no JWS', 'www.issuer.example', 'unknown'],
    ['a JWS with a detached payload', `${HEADER}..c2ln`, 'unknown'],
    ['four parts', `${JWS}.c2ln`, 'unknown'],
    ['a JWS whose header is an array', `${base64url('[1]')}.e30.c2ln`, 'unknown'],
    ['a JWS whose header is no JSON', 'abc.e30.c2ln', 'unknown'],
    ['tildes alone', '~~', 'unknown'],
    ['an https URL', 'https://issuer.example/a?b=c', 'url'],
    ['a URL in capitals and white space', ' HTTP://ISSUER.EXAMPLE/ \n', 'url'],
    ['two URLs', 'https://a.example https://b.example', 'unknown'],
    ['a URL of another scheme', 'javascript:alert(1)', 'unknown'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    ['SVG with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', 'svg'],
    ['SVG after a prolog', '\uFEFF<?xml version="1.0"?>\n<!-- <html> -->\n<svg/>', 'svg'],
    ['SVG by its document type', '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', 'svg'],
    ['HTML', '<!doctype html><title>x</title><svg/>', 'html'],
    ['XHTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC ""><html/>', 'html'],
    ['HTML without a document type', '<HTML lang=en>', 'html'],
    ['XML of another kind', '<rss/>', 'unknown'],
    [
      'ELM 2',
      `<?xml version="1.0"?>\n<europassCredential xmlns="${SNB}" xsdVersion="0.10">`,
      'elm-2',
    ],
    ['ELM 2 with a prefix', `<e:europassCredential xmlns:xsi="x" xmlns:e='${SNB}'>`, 'elm-2'],
    [
      'its name in another namespace',
      `<europassCredential xmlns="${SNB}x"><a x="${SNB}"/>`,
      'unknown',
    ],
    ['its namespace behind its tag', `<europassCredential><a xmlns="${SNB}"/>`, 'unknown'],
    ['an element that only begins like svg', '<svgx/>', 'unknown'],
    ['a comment that never ends', '<!-- <svg>', 'unknown'],
    ['an empty object', '{ }', 'json'],
    ['an object that was cut off', '{\n\t"@context": ["https:', 'json'],
    ['a list', '[ {"a":1}]', 'json'],
    ['a list of lists of numbers', '[[-1]]', 'json'],
    ['a list of nothing', '[null]', 'json'],
    ['RTF', '{\\rtf1\\ansi}', 'unknown'],
    ['settings', '[.ShellClassInfo]\r\nIconIndex=0', 'unknown'],
    ['a template', '{{ name }}', 'unknown'],
    ['the word openbadges', 'openbadges', 'unknown'],
  ]
  it.each(texts)('recognises %s', (_, text, kind) => {
    expect(sniffText(text)).toBe(kind)
  })
})
