/** What is expected of every platform, with the same attacks on each address that it knows. */
import { describe, expect, it } from 'vitest'
import { AWARD_LINKS, leadsToAward } from '../../../../src/discovery/award-links'
import type { CredentialAddress, Provider, Recognised } from '../../../../src/discovery/provider'
import { recogniseAddress } from '../../../../src/discovery/recognise-address'

interface Expected {
  /** Address of a link or an embed → where its credential is. */
  awards?: Record<string, CredentialAddress[]>
  /** The same for pictures, which nobody looks for among links. */
  images?: Record<string, CredentialAddress[]>
  pages?: string[]
  templates?: string[]
  unverifiable?: string[]
  /** Addresses near these, which lead to nothing of the kind. */
  others: string[]
  /** It is known by its path alone: other hosts are no attack. */
  anyHost?: true
}

export function checkProvider(provider: Provider, expected: Expected): void {
  const { awards = {}, images = {}, pages = [], templates = [], unverifiable = [] } = expected
  const links = [...Object.keys(awards), ...pages, ...unverifiable]

  describe(provider.name, () => {
    it.each(Object.entries({ ...awards, ...images }))('has an award at %s', (address, at) => {
      expect(found(address)).toEqual({ id: provider.id, recognised: { is: 'award', at } })
    })

    const others: [string[], Recognised['is']][] = [
      [pages, 'page'],
      [templates, 'template'],
      [unverifiable, 'unverifiable'],
    ]
    for (const [addresses, is] of others) {
      it.each(addresses)(`knows %s as ${is}`, (address) => {
        expect(found(address)).toMatchObject({ id: provider.id, recognised: { is } })
      })
    }

    it.each(links)('finds %s in a page', (address) => {
      for (const way of [address, address.replace('https:', 'http:'), linkedIn(address)]) {
        expect(leadsToAward(way)).toBe(true)
        expect(found(way)).toEqual(found(address))
      }
      expect(provider.links.some((pattern) => pattern.test(address))).toBe(true)
    })

    it.each(expected.others)('passes over %s', (address) => {
      expect(found(address)?.id).not.toBe(provider.id)
      expect(AWARD_LINKS.filter((pattern) => pattern.test(address))).toEqual([])
    })

    it.each(links.flatMap((address) => attacks(address, expected.anyHost)))(
      'is not taken in by %s',
      (address) => {
        expect(isMisled(provider, address)).toBe(false)
        expect(leadsToAward(address) && provider.links.some((link) => link.test(address))).toBe(
          false,
        )
      },
    )
  })
}

function found(address: string) {
  const known = recogniseAddress(address)
  return known && { id: known.provider.id, recognised: known.recognised }
}

/** At another host it may be software that anybody can run; that is told by its path alone. */
function isMisled(provider: Provider, address: string): boolean {
  const known = found(address)?.id
  return known !== undefined && (known === provider.id || known !== 'accredible-domains')
}

function linkedIn(address: string): string {
  return `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(address)}&trk=profile`
}

/** The address of an award, made to stand where it is not the address, or on somebody else's host. */
function attacks(address: string, anyHost = false): string[] {
  const { host, pathname, search, hash } = new URL(address)
  const rest = `${pathname}${search}${hash}`
  return [
    `https://evil.example/?u=${address}`,
    `https://evil.example/?u=${encodeURIComponent(address)}`,
    `https://evil.example/go#${address}`,
    `ftp://${host}${rest}`,
    `javascript:location='${address}'`,
    `view-source:${address}`,
    `${' '.repeat(9_000)}${address}`,
    ...(anyHost ? [] : onOtherHosts(host, rest)),
  ].filter((attack) => !attack.endsWith('#blockcerts-verifier'))
}

function onOtherHosts(host: string, rest: string): string[] {
  return [
    `https://${host}.evil.example${rest}`,
    `https://${host}@evil.example${rest}`,
    `https://evil.example/${host}${rest}`,
    `https://evil.example/https://${host}${rest}`,
    `https://evil-${host.split('.').slice(-2).join('.')}${rest}`,
    `https://${host.replace('.', '-')}${rest}`,
    `https://${host.replaceAll('.', 'x')}.example${rest}`,
  ]
}
