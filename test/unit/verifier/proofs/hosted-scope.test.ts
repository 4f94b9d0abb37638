/** Which addresses on a host are an issuer's own. */
import { describe, expect, it } from 'vitest'
import { inScope } from '../../../../src/verifier/proofs/hosted-scope'
import { assertion, issuer, ISSUER, site, verify } from '../formats/open-badges-2-site'

const HOST = 'https://issuer.example'
const LIST = [{ id: 'https://list.example', name: 'L', issuers: [{ id: ISSUER, name: 'U' }] }]

const isBeneath = (url: string, ...startsWith: string[]) =>
  inScope(url, ISSUER, { verification: { startsWith } })
const isAtHome = (url: string, issuerId = ISSUER) => inScope(url, issuerId, {})

/** A server that decodes a path, resolves `..` and joins slashes before it looks for the file. */
const anywhere = (file: object) => () => Response.json(file)

describe('a scope by where addresses begin', () => {
  const SCOPE = `${HOST}/assertions/`

  it.each([
    '..%2Fuploads/a.json',
    '..%2fuploads/a.json',
    '%2E%2E%2Fuploads/a.json',
    '..%5Cuploads/a.json',
    '..%5cuploads/a.json',
    'x%2F..%2F..%2Fuploads/a.json',
    'x/%2F%2F..%2F..%2Fuploads/a.json',
    '..%252Fuploads/a.json',
    '%252e%252e%252fuploads/a.json',
    '..%2525252Fuploads/a.json',
    '..%25252525252Fuploads/a.json',
    '..;/uploads/a.json',
    '..;x=1/uploads/a.json',
    '..%3B/uploads/a.json',
    '..%2Fuploads%252F..%252Fassertions/a.json',
    '..%2Fuploads%2Fa.json%3F%2F..%2F..%2Fassertions%2Fx',
    '..%2Fuploads%2Fa.json%23%2F..%2F..%2Fassertions%2Fx',
    '..%2Fuploads%2Fa.json%00%2F..%2F..%2Fassertions%2Fx',
    '..%252Fuploads%252Fa.json%253F%252F..%252F..%252Fassertions%252Fx',
    '..;%2Fuploads%2Fa.json%3F%2F..%2F..%2Fassertions%2Fx',
  ])('is not left by %s', async (path) => {
    expect(isBeneath(SCOPE + path, SCOPE)).toBe(false)
    const forged = { ...assertion, id: SCOPE + path }
    const scoped = { ...issuer, verification: { startsWith: SCOPE } }
    const pages = { ...site, [ISSUER]: scoped, [forged.id]: anywhere(forged) }
    expect(await verify(forged, pages, { trustLists: LIST })).toMatchObject({
      verdict: 'invalid',
      reason: 'hosted-outside-scope',
    })
  })

  it.each([
    'a.json',
    'a%2Fb.json',
    'b/..%2Fa.json',
    'ä;v=1?of=..%2F',
    '%2Fa',
    '//a',
    'a%252Fb',
    'why%3F',
    '%23%3F/a',
  ])('holds %s', (path) => {
    expect(isBeneath(SCOPE + path, SCOPE)).toBe(true)
  })

  it('may itself be encoded', () => {
    const bucket = 'https://firebasestorage.googleapis.com/v0/b/issuer.appspot.com/o/'
    const file = `${bucket}assertions%2F1.json?alt=media`
    expect(isBeneath(file, `${bucket}assertions%2F`)).toBe(true)
    expect(isBeneath(file, bucket)).toBe(true)
    expect(isBeneath(`${bucket}uploads%2F1.json`, `${bucket}assertions%2F`)).toBe(false)
    expect(isBeneath(`${HOST}//of/a`, `${HOST}//of/`)).toBe(true)
  })

  it('may be one of several', () => {
    const others = ['https://other.example/', 'no address']
    expect(isBeneath(`${SCOPE}a`, ...others, SCOPE)).toBe(true)
    expect(isBeneath(`${HOST}/uploads/a`, ...others, SCOPE)).toBe(false)
  })

  it('costs little, however many there are and however long an address is', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `${HOST}/${at}/`)
    expect(isBeneath(`${HOST}/${'%25'.repeat(100_000)}`, ...many)).toBe(false)
    expect(isBeneath(`${HOST}/${'a/../b;c/'.repeat(50_000)}`, ...many)).toBe(false)
  })
})

describe('a scope that reaches into the query', () => {
  const FILE = `${HOST}/file.php?file=/badges/`
  const SHOW = `${HOST}/index.php?controller=badges&id=`

  it.each([
    `${FILE}../uploads/a.json`,
    `${FILE}..%2Fuploads/a.json`,
    `${FILE}x/%2e%2e/%2e%2e/uploads/a.json`,
    `${FILE}..%5Cuploads%5Ca.json`,
    `${FILE}%252e%252e%252fuploads/a.json`,
    `${FILE}%25252525252e%25252525252e/uploads/a.json`,
    `${FILE}..;/uploads/a.json`,
    `${FILE}x;/../../uploads/a.json`,
    `${FILE}../uploads/a.json%00`,
    `${FILE}1.json&file=/uploads/a.json`,
    `${FILE}1.json&x=1&%66ile=/uploads/a.json`,
    `${FILE}1.json&FILE=/uploads/a.json`,
    `${FILE}1.json&file[]=/uploads/a.json`,
    `${FILE}1.json&+file=/uploads/a.json`,
    `${FILE}1.json;file=/uploads/a.json`,
    `${FILE}1.json%26file=/uploads/a.json`,
    `${FILE}1.json&file`,
    `${SHOW}1&controller=uploads`,
    `${HOST}/file.php?x=1&file=/badges/1.json`,
    `${HOST}/file.php%3Ffile=/badges/1.json`,
  ])('is not left by %s', async (url) => {
    expect(isBeneath(url, FILE, SHOW)).toBe(false)
    const forged = { ...assertion, id: url }
    const scoped = { ...issuer, verification: { startsWith: [FILE, SHOW] } }
    const pages = { ...site, [ISSUER]: scoped, [new URL(url).href]: anywhere(forged) }
    expect(await verify(forged, pages, { trustLists: LIST })).toMatchObject({
      verdict: 'invalid',
      reason: 'hosted-outside-scope',
    })
  })

  it.each([
    `${FILE}1.json`,
    `${FILE}2026/1..2.json?v=1`,
    `${FILE}a%2Fb.json&lang=en&back=../`,
    `${FILE}1.json&x=1&x=2`,
    `${SHOW}1&format=json`,
  ])('holds %s', (url) => {
    expect(isBeneath(url, FILE, SHOW)).toBe(true)
  })

  it('begins anywhere in a parameter', () => {
    expect(isBeneath(`${HOST}/file.php?file=/badges-1`, `${HOST}/file.php?file=/badges`)).toBe(true)
    expect(isBeneath(`${FILE}../uploads/a`, `${HOST}/file.php?file=/badges`)).toBe(false)
    expect(isBeneath(`${FILE}../uploads/a`, `${HOST}/file.php?file=/badges/.`)).toBe(false)
    expect(isBeneath(`${FILE}1&file=/x`, `${HOST}/file.php?fi`)).toBe(false)
    expect(isBeneath(`${HOST}/?a=../b/1`, `${HOST}/?a=../b/`)).toBe(true)
    expect(isBeneath(`${HOST}/?a=1&b=2&b=3`, `${HOST}/?a=1&`)).toBe(true)
  })

  it('does not narrow another that is wider', () => {
    expect(isBeneath(`${FILE}../uploads/a.json`, FILE, `${HOST}/file.php`)).toBe(true)
  })

  it('costs little, however many there are and however long an address is', () => {
    const query = '?a'.padEnd(4000, '&b=/;')
    const many = Array.from({ length: 40_000 }, (_, at) => `${HOST}/?a#${at}`)
    const longer = Array.from({ length: 1000 }, (_, at) => `${HOST}/${query.slice(0, 2 + at)}`)
    expect(isBeneath(`${HOST}/${query}&a`, ...many, ...longer)).toBe(false)
    expect(isBeneath(`${HOST}/?a${'&b=/;'.repeat(100_000)}`, ...many)).toBe(false)
  })
})

describe('the home directory of a stranger', () => {
  it.each([
    ...['%2F~student', 'x/..%2F~student', '%2f%7Estudent', '%252F~student', '..;/~student'],
    'x/..%2F~student%2Fa.json%3F%2F..%2F..%2F..',
  ])('is not the issuer’s: /%s/', (path) => {
    expect(isAtHome(`${HOST}/${path}/a.json`)).toBe(false)
  })

  it.each(['issuer.example', HOST])('is not the issuer’s for its allowing %s', async (origin) => {
    const verification = { allowedOrigins: ['badges.example', origin] }
    const allowed = (url: string) => inScope(url, ISSUER, { verification })
    expect(allowed(`${HOST}/~student/a.json`)).toBe(false)
    expect(allowed(`${HOST}/badges/..%2F~student/a.json`)).toBe(false)
    expect(allowed(`${HOST}/badges/a.json`)).toBe(true)
    expect(allowed('https://badges.example/~issuer/a.json')).toBe(true)
    const forged = { ...assertion, id: `${HOST}/~student/a.json` }
    const pages = { ...site, [ISSUER]: { ...issuer, verification }, [forged.id]: forged }
    expect(await verify(forged, pages, { trustLists: LIST })).toMatchObject({
      verdict: 'invalid',
      reason: 'hosted-outside-scope',
    })
  })

  it('is the issuer’s where addresses may begin so', () => {
    const verification = { startsWith: `${HOST}/~badges/`, allowedOrigins: 'issuer.example' }
    expect(inScope(`${HOST}/~badges/a.json`, ISSUER, { verification })).toBe(true)
  })

  it('is one where it stands at the beginning', () => {
    expect(isAtHome(`${HOST}/badges/a%2F~b.json`)).toBe(true)
  })
})

describe('a host of many', () => {
  it.each([
    ['https://raw.githubusercontent.com/', 'university/', 'cheat/'],
    ['https://api.github.com/repos/', 'university/', 'cheat/'],
    ['https://gitlab.com/api/v4/projects/', '1/', '2/'],
    ['https://raw.githack.com/', 'university/', 'cheat/'],
    ['https://cdn.statically.io/gh/', 'university/', 'cheat/'],
    ['https://firebasestorage.googleapis.com/v0/b/', 'university/o/', 'cheat/o/'],
    ['https://f002.backblazeb2.com/file/', 'university/', 'cheat/'],
    ['https://res.cloudinary.com/', 'university/', 'cheat/'],
    ['https://ipfs.io/ipfs/', 'QmUniversity/', 'QmCheat/'],
    ['https://gateway.example/ipns/', 'university/', 'cheat/'],
  ])('has several tenants: %s', (host, own, foreign) => {
    const home = `${host}${own}issuer.json`
    expect(isAtHome(`${host}${own}x/a.json`, home)).toBe(true)
    expect(isAtHome(`${host}${own}x%2Fa.json`, home)).toBe(true)
    expect(isAtHome(`${host}${foreign}x/a.json`, home)).toBe(false)
    const stated = { verification: { allowedOrigins: new URL(host).host } }
    expect(inScope(`${host}${own}x/a.json`, home, stated)).toBe(true)
    expect(inScope(`${host}${foreign}x/a.json`, home, stated)).toBe(false)
    expect(isAtHome(`${host}${own}..%2F${'..%2F'.repeat(2)}x/${foreign}a.json`, home)).toBe(false)
  })
})
