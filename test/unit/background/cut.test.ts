import { describe, expect, it } from 'vitest'
import { cut } from '../../../src/background/cut'
import { issuerIdentity } from '../../../src/ui/wording'

/** `a.a.a…`, in which every letter is an escape. */
const escaped = Array.from({ length: 71 }, () => '%61').join('.')

describe('what is cut', () => {
  it('is of the same shape, with shorter texts and lists', () => {
    const value = { text: 'x'.repeat(900), list: Array.from({ length: 20 }, () => 1), flag: true }
    expect(cut(value)).toEqual({
      ...{ text: 'x'.repeat(300), flag: true },
      list: Array.from({ length: 10 }, () => 1),
    })
  })

  it.each([
    `https://${escaped}.uni.example.evil.example/issuer`,
    `https://evil.example/${'a'.repeat(900)}`,
    `https://uni.example${'\t'.repeat(281)}.evil.example/issuer`,
    `https://${'a'.repeat(280)}.uni.example@evil.example/issuer`,
    `did:jwk:${'e'.repeat(900)}Tail`,
    `did:web:${'a'.repeat(60)}.evil.example:${'a'.repeat(900)}`,
  ])('calls an issuer by the same name: %s', (id) => {
    const short = cut({ id }).id
    expect(short.length).toBeLessThanOrEqual(300)
    expect(issuerIdentity(short)).toBe(issuerIdentity(id))
  })

  it('names no host where the host is longer than a name can be', () => {
    const id = `https://${'a.'.repeat(141)}uni.example.evil.example/`
    expect(cut(id)).toBe('…')
  })
})
