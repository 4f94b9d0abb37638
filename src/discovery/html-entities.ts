/** Names that stand for characters of addresses and of markup; the others do not occur in what is read here. */
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['colon', ':'],
  ['sol', '/'],
  ['period', '.'],
  ['quest', '?'],
  ['equals', '='],
  ['num', '#'],
  ['percnt', '%'],
  ['lowbar', '_'],
  ['commat', '@'],
  ['Tab', '\t'],
  ['NewLine', '\n'],
])

const ENTITY = /&(?:#(?:x([\da-f]{1,8})|(\d{1,8}));?|([a-z]{2,8});)/gi

/** Character references of an attribute value (HTML, section 13.2.5.72); a name that is not known stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole
    return character(hex === undefined ? Number(decimal) : parseInt(hex, 16))
  })
}

function character(code: number): string {
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
  return isNone ? '\uFFFD' : String.fromCodePoint(code)
}
