/** Spellings of e-mail addresses and URLs that mean the same to whoever sends or goes there. */

/** Without `mailto:`, the fields of a message after it, and the escapes of a URL (RFC 6068, section 2). */
export function emailIn(text: string): string {
  const [, address] = /^mailto:([^?]*)/i.exec(text) ?? []
  if (address === undefined) return text
  const plain = unescaped(address, decodeURIComponent).trim()
  return /^[^\s@/]+@[^\s@/]+$/.test(plain) ? plain : address.trim()
}

/** With the domain in ASCII: "ada@münchen.example" is "ada@xn--mnchen-3ya.example". */
export function withAsciiDomain(email: string): string {
  const at = email.lastIndexOf('@') + 1
  return email.slice(0, at) + asciiHost(email.slice(at))
}

/** As DNS has it: "münchen.example" is "xn--mnchen-3ya.example" (RFC 5891, section 4.4). What is no host stays. */
export function asciiHost(host: string): string {
  // The parser of URLs takes what follows these for no part of the host.
  if (/^\p{ASCII}*$/u.test(host) || /[?#:\\%]/.test(host)) return host
  const url = `https://${host}`
  return URL.canParse(url) ? new URL(url).hostname : host
}

/** Whether a domain in ASCII stands for one in other letters, in which it may have been hashed. */
export function hasAsciiDomain(text: string): boolean {
  return /[@./]xn--/i.test(text)
}

/**
 * As browsers write it, with escapes in capitals, and none of what needs none: RFC 3986, sections 6.2.2.1 (case
 * normalization) and 6.2.2.2 (percent-encoding normalization).
 */
export function normalisedUrl(url: string): string {
  return URL.canParse(url) ? withFewEscapes(new URL(url).href) : url
}

/** Of a URL that may have been hashed: as browsers write it, and with `é` and `~` as such or as escapes. */
export function escapeForms(url: string): string[] {
  if (!URL.canParse(url)) return [url]
  const { href } = new URL(url)
  const few = withFewEscapes(href)
  return [url, href, few, few.replaceAll('~', '%7E'), unescaped(few, decodeURI)]
}

function withFewEscapes(href: string): string {
  return href.replace(/%[\da-f]{2}/gi, (written) => {
    const letter = String.fromCharCode(Number.parseInt(written.slice(1), 16))
    return /[\w.~-]/.test(letter) ? letter : written.toUpperCase()
  })
}

/** What cannot be decoded stays. */
export function unescaped(text: string, decode: (text: string) => string): string {
  try {
    return decode(text)
  } catch {
    return text
  }
}
