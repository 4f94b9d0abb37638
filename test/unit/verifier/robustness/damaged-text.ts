/** Ways in which JSON text is written that no encoder would write. */
import fc from 'fast-check'

type Damage = (text: string) => string

/** Every place where a member of an object begins. */
const MEMBER = /"(?:[^"\\]|\\.)*"\s*:/g

const duplicated = fc.tuple(fc.nat(), fc.json({ maxDepth: 2 })).map(
  ([index, value]): Damage =>
    (text) =>
      atMember(text, index, (member) => `${member}${value},${member}`),
)

const spaced = fc
  .tuple(fc.nat(), fc.constantFrom(' ', '\t\r\n', '\u00a0', '\u2028', '\0', '\ufeff', '/**/', ','))
  .map(
    ([index, blank]): Damage =>
      (text) =>
        atMember(text, index, (member) => blank + member),
  )

const surrounded = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '\ufeff\ufeff', ' \n', '\0', ")]}',"),
    fc.constantFrom('', ' ', '\0', '{}', '\ufeff'),
  )
  .map(
    ([before, after]): Damage =>
      (text) =>
        before + text + after,
  )

const unusualValue = fc
  .tuple(
    fc.nat(),
    fc.constantFrom(
      ...['1e999', '-0', '123456789012345678901234567890', '1e-400', '"\\ud800"', '"\\u0000"'],
      ...['{"__proto__":{}}', '"\\udc00\\ud800"', 'NaN', "''", '[[]]', '"\u202e"', '{"":""}'],
    ),
  )
  .map(
    ([index, value]): Damage =>
      (text) =>
        atMember(text, index, (member) => `${member}${value},"x":`),
  )

const deep = fc
  .tuple(fc.nat(), fc.constantFrom(5, 30, 63, 64, 500, 20_000), fc.boolean())
  .map(([index, depth, isObject]): Damage => (text) => {
    const open = isObject ? '{"a":' : '['
    const close = isObject ? '}' : ']'
    const nested = `${open.repeat(depth)}0${close.repeat(depth)}`
    return atMember(text, index, (member) => `"deep":${nested},${member}`)
  })

const escaped = fc.nat().map(
  (index): Damage =>
    (text) =>
      atMember(text, index, (member) =>
        member.replace(/[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
      ),
)

const one = fc.oneof(duplicated, spaced, surrounded, unusualValue, deep, escaped)

export const textDamage: fc.Arbitrary<Damage> = fc
  .array(one, { minLength: 1, maxLength: 3 })
  .map((damages) => (text) => damages.reduce((damaged, damage) => damage(damaged), text))

function atMember(text: string, index: number, change: (member: string) => string): string {
  const members = [...text.matchAll(MEMBER)]
  const member = members[index % Math.max(members.length, 1)]
  if (member === undefined) return text
  const end = member.index + member[0].length
  return text.slice(0, member.index) + change(member[0]) + text.slice(end)
}
