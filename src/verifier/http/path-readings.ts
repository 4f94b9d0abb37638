/**
 * How servers may read the path of an address before they look for what lies there. WHATWG URL resolves
 * `..` in the path as it is written; servers decode it first (`..%2F`), some of them twice, take `\` for
 * `/` and `//` for `/`, leave out what follows a `;` (Jakarta Servlet, "Request URI Path Processing"), or end
 * it at a `?`, a `#` or a NUL that they decoded.
 */
export type PathReading = (path: string) => string

const MOST_DECODINGS = 3

/** Whose a path is must be the same in each of them. */
export const PATH_READINGS: readonly PathReading[] = [
  (path) => path,
  ...Array.from({ length: MOST_DECODINGS + 1 }, (_, times): PathReading[] => [
    (path) => resolved(decoded(path, times)),
    (path) => resolved(withoutParameters(decoded(path, times))),
    (path) => resolved(ended(decoded(path, times))),
    (path) => resolved(withoutParameters(ended(decoded(path, times)))),
  ]).flat(),
]

/** Is it encoded so often that there are more readings of it? */
export function isEncodedBeyond(path: string): boolean {
  return decoded(path, MOST_DECODINGS) !== decoded(path, MOST_DECODINGS + 1)
}

/** A text decoded not at all, once, and so on. */
export function decodedForms(text: string): string[] {
  return Array.from({ length: MOST_DECODINGS + 1 }, (_, times) => decoded(text, times))
}

/** Other characters than those of ASCII move nothing. */
function decoded(path: string, times: number): string {
  let text = path
  for (let time = 0; time < times; time++)
    text = text.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  return text
}

function withoutParameters(path: string): string {
  return path.replace(/;[^/\\]*/g, '')
}

function ended(path: string): string {
  return path.split(/[?#\0]/, 1)[0] ?? ''
}

function resolved(path: string): string {
  const kept: string[] = []
  const segments = path.split(/[/\\]/)
  for (const segment of segments)
    if (segment === '..') kept.pop()
    else if (segment !== '' && segment !== '.') kept.push(segment)
  const isFolder = kept.length > 0 && ['', '.', '..'].includes(segments.at(-1) ?? '')
  return `/${kept.join('/')}${isFolder ? '/' : ''}`
}
