import { describe, expect, it } from 'vitest'
import { TextWriter } from '../../../../src/verifier/descriptors/text-writer'

describe('TextWriter', () => {
  it('puts parts together in their order', () => {
    const writer = new TextWriter(10)
    writer.copy('abcdef', 2, 4)
    writer.put('学\u{1F600}')
    writer.putUnit(0x21)
    expect(writer.end()).toBe('cd学\u{1F600}!')
  })

  it('has room for more than was expected', () => {
    const writer = new TextWriter(0)
    for (let part = 0; part < 1_000; part++) writer.put('ab')
    for (let part = 0; part < 1_000; part++) writer.putUnit(0x63)
    expect(writer.end()).toBe('ab'.repeat(1_000) + 'c'.repeat(1_000))
  })

  it('keeps what is no text to a decoder: a byte order mark, control characters', () => {
    const writer = new TextWriter(4)
    writer.put('\uFEFFa\u0000\u001F')
    expect(writer.end()).toBe('\uFEFFa\u0000\u001F')
  })

  it('takes over nothing from a writer before it, nor from one that is still written', () => {
    const first = new TextWriter(100)
    first.put('abc')
    first.end()
    const [second, third] = [new TextWriter(100), new TextWriter(100)]
    second.put('d')
    third.put('ef')
    expect([second.end(), third.end()]).toEqual(['d', 'ef'])
  })

  it('is empty where nothing was written', () => {
    expect(new TextWriter(4).end()).toBe('')
  })
})
