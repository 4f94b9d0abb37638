/**
 * Addresses by which a site makes its own pictures anew: what the page could read of such a picture does not
 * say what its original carries. This goes into every page; the rules that lead back are the worker's.
 */
const REWORKED =
  /\/_(?:(?:next|vercel)\/)?image\/?\?|\/content\/images\/size\/|\/\.netlify\/images\/?\?|\/_ipx\/|\/cdn-cgi\/image\/|-\d{2,4}x\d{2,4}\.png(?:\?|$)|\/\d\d\/[^/?]+\.png\?(?:w|h|fit|resize)=/i

/** May the same site have an original of this picture? `address`: absolute. */
export function isReworked(address: string): boolean {
  return REWORKED.test(address)
}
