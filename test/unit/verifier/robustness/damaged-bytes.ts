/** Ways in which a file is damaged, or made to lie. */
import fc from 'fast-check'

type Damage = (file: Uint8Array, other: Uint8Array) => Uint8Array

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const place = (file: Uint8Array, where: number) => Math.floor(where * file.length)
const concat = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

/** Near the start, where headers are, as often as anywhere. */
const where = fc.oneof(
  at,
  at.map((value) => value / 50),
)

const flippedBit = fc.tuple(where, fc.nat(7)).map(([offset, bit]): Damage => (file) => {
  const copy = file.slice()
  const index = place(copy, offset)
  copy[index] = (copy[index] ?? 0) ^ (1 << bit)
  return copy
})

const truncated = at.map(
  (end): Damage =>
    (file) =>
      file.slice(0, place(file, end)),
)

const inserted = fc
  .tuple(where, fc.uint8Array({ maxLength: 40 }))
  .map(([offset, bytes]): Damage => (file) => {
    const index = place(file, offset)
    return concat(file.subarray(0, index), bytes, file.subarray(index))
  })

const repeated = fc
  .tuple(where, fc.nat(400), fc.integer({ min: 1, max: 20 }))
  .map(([offset, length, times]): Damage => (file) => {
    const index = place(file, offset)
    const piece = file.subarray(index, index + length)
    const pieces = Array.from({ length: times }, () => piece)
    return concat(file.subarray(0, index), ...pieces, file.subarray(index))
  })

const removed = fc.tuple(where, fc.nat(400)).map(([offset, length]): Damage => (file) => {
  const index = place(file, offset)
  return concat(file.subarray(0, index), file.subarray(index + length))
})

const spliced = fc.tuple(at, at).map(
  ([end, start]): Damage =>
    (file, other) =>
      concat(file.subarray(0, place(file, end)), other.subarray(place(other, start))),
)

/** The length of a chunk, or any other 32 bits, say something else. */
const lyingLength = fc
  .tuple(
    fc.nat(20),
    fc.constantFrom(0, 1, 0x7f, 0xffff, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff),
  )
  .map(([chunk, length]): Damage => (file) => {
    const copy = file.slice()
    const view = new DataView(copy.buffer)
    let offset = 8
    for (let index = 0; index < chunk && offset + 12 <= copy.length; index++)
      offset += 12 + view.getUint32(offset)
    if (offset + 4 <= copy.length) view.setUint32(offset, length)
    return copy
  })

const one = fc.oneof(flippedBit, truncated, inserted, repeated, removed, spliced, lyingLength)

/** One to four kinds of damage to one of the files, drawn from the others where it is spliced. */
export function damagedFile(files: Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const file = fc.constantFrom(...files)
  return fc
    .tuple(file, file, fc.array(one, { minLength: 1, maxLength: 4 }))
    .map(([start, other, damages]) =>
      damages.reduce((bytes, damage) => damage(bytes, other), start),
    )
}
