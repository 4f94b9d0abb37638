import type { LoggedRequest } from '../../demo/request-log'
import type { ServedWeb } from '../../fixtures/index'

/**
 * Addresses that scripts asked, without consent, and that are none of these: what the page itself loaded,
 * and pictures on the page's own host or on that of a picture that it loaded.
 */
export function askedTooEarly(log: LoggedRequest[], pageUrl: string, web: ServedWeb): string[] {
  const byPage = log.filter(({ destination }) => destination !== 'empty')
  const loaded = new Set(byPage.map(urlOf))
  const hosts = new Set(
    byPage.filter(({ destination }) => destination === 'image').map(({ host }) => host),
  )
  hosts.add(new URL(pageUrl).host)
  const others = log.filter((request) => {
    const isAllowed =
      loaded.has(urlOf(request)) || (hosts.has(request.host) && isPicture(request, web))
    return request.destination === 'empty' && !isAllowed
  })
  return [...new Set(others.map(urlOf))]
}

function urlOf({ host, path }: LoggedRequest): string {
  return `https://${host}${path}`
}

/** By what is there; where nothing is, by what the address says. */
function isPicture({ host, path }: LoggedRequest, web: ServedWeb): boolean {
  const type = web.get(host)?.get(path)?.headers['content-type']
  return type === undefined ? /\.(?:png|svg)$/.test(path) : type.startsWith('image/')
}
