/** Characters of a text, and items of a list: whoever made the badge wrote them. */
export const LONGEST = 300
const MOST_ITEMS = 10
const DEEPEST = 4
/** Of a key's end that is kept: it is told by both of its ends. */
const KEY_END = 50

/** Plain data of the same shape, with its texts and lists cut. */
export function cut<Value>(value: Value, depth = 0): Value {
  return cutPlain(value, depth) as Value
}

function cutPlain(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cutText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return depth > DEEPEST
      ? []
      : value.slice(0, MOST_ITEMS).map((item) => cutPlain(item, depth + 1))
  const entries = depth > DEEPEST ? [] : Object.entries(value)
  return Object.fromEntries(entries.map(([key, item]) => [key, cutPlain(item, depth + 1)]))
}

/** An issuer is called by its host or its key: what is left of an id must not name another one. */
function cutText(text: string): string {
  if (text.length <= LONGEST) return text
  if (/^did:(?:key|jwk):/.test(text)) return text.slice(0, LONGEST - KEY_END) + text.slice(-KEY_END)
  const { protocol, host, pathname } = URL.canParse(text) ? new URL(text) : NO_ADDRESS
  if (host === '') return text.slice(0, LONGEST)
  // As browsers write it: escapes in a host (`%61`) make it longer than a name can be (RFC 1035, section 2.3.4).
  const site = `${protocol}//${host}`
  return site.length < LONGEST ? `${site}${pathname}`.slice(0, LONGEST) : '…'
}

const NO_ADDRESS = { protocol: '', host: '', pathname: '' }
