import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inflate } from '../../../../src/verifier/unbake/inflate'
import { bytesOf, concat, JSON_TEXT } from './png-files'

const counted = vi.hoisted(() => ({ taken: 0, given: 0 }))

// Counts what goes into the inflater and what it ever allocates as output.
vi.mock('fflate', async (importOriginal) => {
  const fflate = await importOriginal<typeof import('fflate')>()
  class CountingInflate extends fflate.Inflate {
    constructor(handler: (part: Uint8Array, final: boolean) => void) {
      super((part, final) => {
        counted.given += part.length
        handler(part, final)
      })
    }
    override push(part: Uint8Array, final?: boolean): void {
      counted.taken += part.length
      super.push(part, final)
    }
  }
  return { ...fflate, Inflate: CountingInflate }
})

beforeEach(() => {
  counted.taken = 0
  counted.given = 0
})

describe('inflate', () => {
  it('stops a bomb while inflating, not after', () => {
    const bomb = deflateSync(new Uint8Array(20_000_000))
    expect(bomb.length).toBeGreaterThan(19_000)
    expect(inflate(bomb, 1_000_000)).toEqual({ ok: false, why: 'too-large' })
    expect(counted.taken).toBeLessThan(5_000)
    // The limit, and at most one step of 2 kB expanded 1032-fold.
    expect(counted.given).toBeGreaterThan(1_000_000)
    expect(counted.given).toBeLessThan(1_000_000 + 2_200_000)
  })

  it('does not begin with input that no text within the limit can need', () => {
    const long = concat(deflateSync(bytesOf(JSON_TEXT)), new Uint8Array(3_000_000))
    expect(inflate(long, 1_000_000)).toEqual({ ok: false, why: 'too-large' })
    expect(counted.taken).toBe(0)
  })

  it('stops taking in bytes that lead to nothing', () => {
    const trailing = concat(deflateSync(bytesOf(JSON_TEXT)), new Uint8Array(1_900_000))
    expect(inflate(trailing, 1_000_000)).toEqual({ ok: true, bytes: bytesOf(JSON_TEXT) })
    expect(counted.taken).toBeLessThan(140_000)
  })

  it('waits for stored blocks of 64 kB', () => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * at * 2_654_435_761) >>> 24)
    const result = inflate(deflateSync(noise, { level: 0 }), 1_000_000)
    expect(result.ok && Buffer.compare(result.bytes, noise)).toBe(0)
  })

  it('refuses a stream cut at any byte', () => {
    for (const level of [0, 1, 9]) {
      const stream = new Uint8Array(deflateSync(bytesOf(JSON_TEXT.repeat(4)), { level }))
      for (let length = 0; length < stream.length; length++) {
        expect(inflate(stream.subarray(0, length), 1_000_000).ok).toBe(false)
      }
    }
  })

  it('gives back whatever zlib deflated', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000, size: 'max' }), fc.nat(9), (bytes, level) => {
        const result = inflate(deflateSync(bytes, { level }), 3_000)
        expect(result.ok && Buffer.compare(result.bytes, bytes)).toBe(0)
      }),
    )
  })

  it('never throws and never exceeds its limit, whatever the stream', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.nat(500), (stream, limit) => {
        const result = inflate(concat(Uint8Array.of(0x78, 0x9c), stream), limit)
        expect(result.ok ? result.bytes.length : 0).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 500 },
    )
  })
})
