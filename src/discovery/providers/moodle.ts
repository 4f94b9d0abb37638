import {
  BAKED_IMAGE,
  JSON_ALONE,
  type CredentialAddress,
  type Provider,
  type Recognised,
} from '../provider'

export const moodleLinks = [
  /^https?:\/\/([^/?#@]+(?:\/[^?#]*)?)\/badges\/(?:badge|(?:json\/)?assertion)\.php\?(?:[^#]*&)?(?:hash|b)=([\da-f]{40})(?![\w-])/i,
] as const

const PICTURE =
  /^https:\/\/([^?#]+)\/pluginfile\.php\/\d+\/badges\/(?:(badgeimage)\/|userbadge\/\d+\/([\da-f]{40})(?![\w-]))/i

/** A site's own: anybody can run Moodle, in any folder of a host. */
export const moodle: Provider = {
  id: 'moodle',
  name: 'Moodle',
  links: moodleLinks,
  recognise({ href }) {
    const [, site, hash] = moodleLinks[0].exec(href) ?? []
    if (site === undefined || hash === undefined) return picture(href)
    return { is: 'award', at: assertions(site, hash) }
  },
}

/** Moodle 3 and 4, then Moodle 5. `site`: host and folder. */
function assertions(site: string, hash: string): CredentialAddress[] {
  const id = hash.toLowerCase()
  return [
    { url: `https://${site}/badges/assertion.php?b=${id}&obversion=2`, accept: JSON_ALONE },
    { url: `https://${site}/badges/json/assertion.php?b=${id}&obversion=2p0`, accept: JSON_ALONE },
  ]
}

/** `badgeimage` is the class's, before anything is baked into it; `userbadge` is one person's, baked. */
function picture(href: string): Recognised | undefined {
  const [, site, ofClass, hash] = PICTURE.exec(href) ?? []
  if (ofClass !== undefined) return { is: 'template' }
  if (site === undefined || hash === undefined) return undefined
  return { is: 'award', at: [{ url: href, accept: BAKED_IMAGE }, ...assertions(site, hash)] }
}
