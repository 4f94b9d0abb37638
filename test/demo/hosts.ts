/** The API of ESCO, for which the demo's server stands in. */
export const ESCO_HOST = 'ec.europa.eu'

/**
 * Hosts of platforms that are recognised by their names: the demo's server stands in for them too, so that
 * no test asks one of them.
 */
export const PLATFORM_HOSTS = [
  'www.credly.com',
  'images.credly.com',
  'www.youracclaim.com',
  'badgr.com',
  'api.badgr.io',
  'www.credential.net',
  'credential.net',
  'api.accredible.com',
  'www.coursera.org',
  'www.linkedin.com',
  'media.licdn.com',
  'i0.wp.com',
  'i1.wp.com',
  'i2.wp.com',
  'github.com',
  'raw.githubusercontent.com',
  'camo.githubusercontent.com',
]

/** Every name that leads to the demo's server; the first covers all hosts of its own. */
export const SERVED_NAMES = ['*.example', ESCO_HOST, ...PLATFORM_HOSTS]
