import { CONSENT_MODES, type ConsentMode, type Settings } from './consent-shapes'
import { isRecord } from './records'

/** As keys of settings are written; whether a domain is one that may be named is judged before. */
const SITE = /^(?:\*\.)?[^\s/?#@*]{1,255}$/

/**
 * What lies in the database, whoever wrote it: an earlier version, a later one, or a disk that fails.
 * What cannot be read never asks more hosts than what may have stood there: it counts as `click`.
 *
 * @param kept undefined where nothing was ever chosen
 */
export function readSettings(kept: unknown): Settings {
  if (kept === undefined) return { sites: {} }
  if (!isRecord(kept)) return { everywhere: 'click', sites: {} }
  const { everywhere, sites } = kept
  const read = readSites(sites)
  if (everywhere === undefined) return { sites: read.sites }
  const mode = modeOr(everywhere, 'click')
  // What is lost of the sites may have been narrower.
  return { everywhere: mode === 'always' && read.isPartial ? 'click' : mode, sites: read.sites }
}

function readSites(sites: unknown): Pick<Settings, 'sites'> & { isPartial: boolean } {
  if (!isRecord(sites)) return { sites: {}, isPartial: sites !== undefined }
  const all = Object.entries(sites)
  const named = all.filter(([site]) => SITE.test(site))
  return {
    sites: Object.fromEntries(named.map(([site, mode]) => [site, modeOr(mode, 'click')])),
    isPartial: named.length < all.length,
  }
}

function modeOr(value: unknown, otherwise: ConsentMode): ConsentMode {
  return CONSENT_MODES.find((mode) => mode === value) ?? otherwise
}
