import { decodedForms, isEncodedBeyond } from '../http/path-readings'

/** Characters; each of many starts is compared with all of it. */
const LONGEST_SEARCH = 4096

/** Some servers part the parameters at `;` as well. */
const SEPARATORS = [/&/, /[&;]/]

/**
 * Where the addresses of an issuer begin with a part of the query, is `search` beneath that part, `begin`? A
 * parameter that comes again is read in its last place by many servers, and one that is a path may be left by
 * `..` as every path.
 */
export function isBeneathQuery(search: string, begin: string): boolean {
  if (begin === '') return true
  if (!search.startsWith(begin)) return false
  if (search.length > LONGEST_SEARCH || isEncodedBeyond(search)) return false
  const begins = decodedForms(begin)
  return decodedForms(search).every((text, times) =>
    SEPARATORS.every((separator) =>
      staysBeneath(parameters(text, separator), parameters(begins[times] ?? '', separator)),
    ),
  )
}

function parameters(search: string, separator: RegExp): string[] {
  return search
    .replace(/^\?/, '')
    .split(separator)
    .filter((parameter) => parameter !== '')
}

function staysBeneath(all: string[], begun: string[]): boolean {
  const own = all.slice(0, begun.length)
  const names = new Set(own.map(nameOf))
  if (all.slice(begun.length).some((parameter) => names.has(nameOf(parameter)))) return false
  const [last = '', lastBegun = ''] = [own.at(-1), begun.at(-1)]
  if (!last.startsWith(lastBegun)) return false
  const whole = lastBegun.replace(/[^=/\\;?#\0]*$/, '').length
  return !last
    .slice(whole)
    .split(/[=/\\;?#\0]/)
    .includes('..')
}

/** As servers know it again: PHP reads `file[]` and ` file` as `file`, and `a.b` as `a_b`; ASP.NET ignores case. */
function nameOf(parameter: string): string {
  const [name = ''] = parameter.split(/[=[\0]/, 1)
  return name.replaceAll('+', ' ').trim().replace(/[\s.]/g, '_').toLowerCase()
}
