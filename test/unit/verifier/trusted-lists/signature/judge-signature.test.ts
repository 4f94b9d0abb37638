import { beforeAll, describe, expect, test } from 'vitest'
import {
  keysOfCertificates,
  type ListedKey,
} from '../../../../../src/verifier/trusted-lists/listed-keys'
import { openList } from '../../../../../src/verifier/trusted-lists/open-list'
import { judgeSignature } from '../../../../../src/verifier/trusted-lists/signature/judge-signature'
import {
  bytesOf,
  listXml,
  makeSigner,
  sealProvider,
  signList,
  xmlCryptoVerifies,
  type Signer,
  type SignerKind,
  type SignOptions,
} from '../../../../fixtures/trusted-lists'

let signer: Signer
let other: Signer
let keys: ListedKey[]

beforeAll(async () => {
  signer = makeSigner('Belgium')
  other = makeSigner('Elsewhere')
  keys = await keysOfCertificates([signer.certificate])
})

const belgian = (id?: string): string =>
  listXml({
    country: 'BE',
    ...(id !== undefined && { id }),
    providers: [sealProvider(signer.certificate)],
  })

const signed = (options: SignOptions = {}): string => signList(belgian(options.id), signer, options)

async function judge(xml: string, signers = keys): Promise<string> {
  const list = await openList(bytesOf(xml), () => undefined)
  return (await judgeSignature(list, signers)).is
}

describe('holds', () => {
  const KINDS: [SignerKind, SignOptions['hash']][] = [
    ['RSA', 'sha256'],
    ['RSA', 'sha384'],
    ['RSA', 'sha512'],
    ['RSA-PSS', 'sha256'],
    ['RSA-PSS', 'sha512'],
    ['P-256', 'sha256'],
    ['P-384', 'sha384'],
    ['P-521', 'sha512'],
  ]
  test.each(KINDS)('%s with %s', async (kind, hash) => {
    const by = makeSigner('S', kind)
    const xml = signList(belgian(), by, { hash: hash! })
    expect(xmlCryptoVerifies(xml, by.publicKey)).toBe(true)
    expect(await judge(xml, await keysOfCertificates([by.certificate]))).toBe('holds')
  })

  test('over the root by its id', async () => {
    expect(await judge(signed({ id: 'TL' }))).toBe('holds')
  })

  test('whatever a parser may change: ends of lines, a byte order mark, comments', async () => {
    expect(await judge(signed().replaceAll('\n', '\r\n'))).toBe('holds')
    expect(await judge(`\uFEFF${signed()}`)).toBe('holds')
    expect(
      await judge(signed().replace('<SchemeInformation>', '<!-- x --><SchemeInformation>')),
    ).toBe('holds')
  })
})

describe('does not hold', () => {
  test('under no certificate, and under that of somebody else', async () => {
    expect(await judge(signed(), [])).toBe('other-signer')
    expect(await judge(signed(), await keysOfCertificates([other.certificate]))).toBe(
      'other-signer',
    )
  })

  test('by somebody else, whose certificate stands in the signature', async () => {
    expect(await judge(signList(belgian(), other))).toBe('other-signer')
  })

  test('without a signature', async () => {
    expect(await judge(belgian())).toBe('unsigned')
  })

  test('with any character of the list changed', async () => {
    const xml = signed()
    const end = xml.indexOf('<ds:Signature')
    let changed = 0
    for (let at = xml.indexOf('<SchemeInformation>'); at < end; at += 7) {
      if (!/[A-Za-z0-9]/.test(xml[at] ?? '')) continue
      const altered = `${xml.slice(0, at)}${xml[at] === '3' ? '4' : '3'}${xml.slice(at + 1)}`
      let result: string
      try {
        result = await judge(altered)
      } catch {
        continue // No XML, or no list, any more.
      }
      expect(result, altered.slice(at - 20, at + 20)).toBe('altered')
      changed++
    }
    expect(changed).toBeGreaterThan(50)
  })

  test.each([
    [
      'the signed properties',
      /2026-06-01T00:00:00Z(?=<\/xades)/,
      '2026-06-02T00:00:00Z',
      'altered',
    ],
    ['the digest of the list', /<ds:DigestValue>...../, '<ds:DigestValue>AAAAA', 'altered'],
    ['the value', /<ds:SignatureValue>...../, '<ds:SignatureValue>AAAAA', 'other-signer'],
    ['an id of SignedInfo', '<ds:SignedInfo>', '<ds:SignedInfo Id="a">', 'other-signer'],
    ['the value, into nothing', /<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>', 'unsigned'],
  ])('with %s changed', async (_what, from, to, result) => {
    const xml = signed()
    expect(xml.replace(from, to)).not.toBe(xml)
    expect(await judge(xml.replace(from, to))).toBe(result)
  })

  test('without signed properties', async () => {
    expect(await judge(signed({ plain: true }))).toBe('unsigned')
  })

  test('with SHA-1', async () => {
    const sha1 = 'http://www.w3.org/2000/09/xmldsig#'
    const digest = signed().replaceAll('http://www.w3.org/2001/04/xmlenc#sha256', `${sha1}sha1`)
    expect(await judge(digest)).toBe('unsupported')
    const method = signed().replace(
      'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
      `${sha1}ecdsa-sha1`,
    )
    expect(await judge(method)).toBe('unsupported')
  })

  test('with a secret that everybody knows (HMAC)', async () => {
    const hmac = 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256'
    expect(await judge(signed().replace(/(SignatureMethod Algorithm=")[^"]*/, `$1${hmac}`))).toBe(
      'unsupported',
    )
  })

  test('with another transform, even one that changes nothing', async () => {
    const xpath = 'http://www.w3.org/TR/1999/REC-xpath-19991116'
    const change: SignOptions['change'] = (it) => {
      const [reference] = it.getReferences()
      reference!.transforms = [...reference!.transforms, 'http://www.w3.org/2001/10/xml-exc-c14n#']
    }
    expect(await judge(signed({ change }))).toBe('unsigned')
    expect(
      await judge(signed().replace('http://www.w3.org/2000/09/xmldsig#enveloped-signature', xpath)),
    ).toBe('unsigned')
  })

  test('with prefixes that the canonical form is to keep', async () => {
    const list =
      '<InclusiveNamespaces xmlns="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="ext"/>'
    const xml = signed().replace(
      /<ds:CanonicalizationMethod Algorithm="([^"]*)"\/>/,
      `<ds:CanonicalizationMethod Algorithm="$1">${list}</ds:CanonicalizationMethod>`,
    )
    expect(xml).toContain('PrefixList')
    expect(await judge(xml)).toBe('unsigned')
  })

  test('over the root by an id that it does not have, or that is empty', async () => {
    expect(await judge(signed().replace('<ds:Reference URI=""', '<ds:Reference URI="#TL"'))).toBe(
      'unsigned',
    )
    expect(await judge(signed({ id: '' }).replace('URI=""', 'URI="#"'))).toBe('unsigned')
  })

  test('over the root by its id with instructions around it that were not signed', async () => {
    expect(await judge(signed({ id: 'TL' }).replace('?>', '?><?x y?>'))).toBe('unsigned')
    expect(await judge(signed().replace('?>', '?><?x y?>'))).toBe('altered')
  })
})

/** Another list around, before or beside the signed one, whose signature is as good as ever. */
describe('signature wrapping', () => {
  const EVIL = () =>
    listXml({ country: 'BE', id: 'EVIL', providers: [sealProvider(other.certificate)] })
  const bodyOf = (xml: string): string => xml.replace(/<\?xml[^>]*\?>/, '')
  const signatureOf = (xml: string): string =>
    /<ds:Signature .*<\/ds:Signature>/s.exec(xml)?.[0] ?? ''
  const END = '</TrustServiceStatusList>'

  test.each<[string, (xml: string) => string]>([
    [
      'the signed list beside the signature',
      (xml) =>
        EVIL().replace(
          END,
          `${bodyOf(xml).replace(signatureOf(xml), '')}${signatureOf(xml)}${END}`,
        ),
    ],
    ['the whole signed list as a child', (xml) => EVIL().replace(END, `${bodyOf(xml)}${END}`)],
    [
      'the signed list in an Object of the signature',
      (xml) =>
        EVIL().replace(
          END,
          `${signatureOf(xml).replace('</ds:Signature>', `<ds:Object>${bodyOf(xml).replace(signatureOf(xml), '')}</ds:Object></ds:Signature>`)}${END}`,
        ),
    ],
    [
      'the same id for the other list',
      (xml) =>
        EVIL()
          .replace('Id="EVIL"', 'Id="TL"')
          .replace(
            END,
            `${signatureOf(xml).replace('</ds:Signature>', `<ds:Object>${bodyOf(xml).replace(signatureOf(xml), '')}</ds:Object></ds:Signature>`)}${END}`,
          ),
    ],
    [
      'the signature moved into an element',
      (xml) => xml.replace(signatureOf(xml), `<Extension>${signatureOf(xml)}</Extension>`),
    ],
    ['the signature twice', (xml) => xml.replace(END, `${signatureOf(xml)}${END}`)],
    [
      'services hidden in a second signature',
      (xml) =>
        xml.replace(
          END,
          `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><TrustServiceProviderList/></ds:Signature>${END}`,
        ),
    ],
    [
      'more services after the signature',
      (xml) =>
        xml.replace(
          END,
          `${/<TrustServiceProviderList>.*<\/TrustServiceProviderList>/s.exec(EVIL())?.[0] ?? ''}${END}`,
        ),
    ],
    [
      'signed properties twice',
      (xml) =>
        xml.replace(
          '</ds:Object>',
          `</ds:Object><ds:Object>${/<xades:Qual.*<\/xades:QualifyingProperties>/s.exec(xml)?.[0] ?? ''}</ds:Object>`,
        ),
    ],
  ])('%s', async (_what, wrap) => {
    for (const id of [undefined, 'TL']) {
      const xml = signed(id === undefined ? {} : { id })
      const wrapped = wrap(xml)
      expect(wrapped).not.toBe(xml)
      expect(await judge(wrapped)).toMatch(/^(unsigned|altered)$/)
    }
  })

  test('what stands in the signature is not read as services', async () => {
    const xml = signed()
    const evil = /<TrustServiceProviderList>.*<\/TrustServiceProviderList>/s.exec(EVIL())?.[0] ?? ''
    const hidden = xml.replace(
      '</ds:Signature>',
      `<ds:Object xmlns="http://uri.etsi.org/02231/v2#">${evil}</ds:Object></ds:Signature>`,
    )
    let providers = 0
    await openList(bytesOf(hidden), () => providers++)
    expect(providers).toBe(1)
  })
})
