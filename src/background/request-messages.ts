import { CONSENT_MODES, type ConsentMode } from '../platform/consent-shapes'
import {
  MOST_IDS,
  type GivenFile,
  type GivenIdentity,
  type WorkerRequest,
} from '../platform/messages'
import { APPEARANCES, AT_ONCE, LANGUAGES, type PreferenceChange } from '../platform/preferences'
import { readHistoryRequest } from './history/history-messages'
import { readMachineRequest } from './machine-requests'

/** Badges of a tab, of all its frames. */
const MOST_SHOWN = 100_000
const MOST_TEXT = 2_000
/** The verifier says what is too long for a list; this is only what a message may carry. */
const MOST_LIST_TEXT = 20_000_000
const MOST_FILES = 100
/** Characters of base64: a file of 10 MB. */
const MOST_FILE_TEXT = 14_000_000

/** A request of one of our own pages; null where it is none. */
export function readRequest(message: unknown): WorkerRequest | null {
  if (typeof message !== 'object' || message === null) return null
  const { type, ...fields } = message as Record<string, unknown>
  const { tabId, id, ids, reportId, identity, host, mode, scope, text, url, name, files } = fields
  const { use, country, site, label, remember, reportIds, change, of } = fields
  switch (type) {
    case 'page-state':
    case 'page-profile':
    case 'profile-report':
    case 'own-badges':
    case 'badge-health':
    case 'cancel':
    case 'focus-seen':
    case 'enter-page':
      return isTab(tabId) ? { type, tabId } : null
    case 'verify':
    case 'verify-again':
      if (!isTab(tabId) || !isIds(ids)) return null
      if (of === undefined) return { type, tabId, ids }
      return isTexts(of, MOST_SHOWN) ? { type, tabId, ids, of } : null
    case 'locate':
    case 'bake-again':
      return isTab(tabId) && isText(id) ? { type, tabId, id } : null
    case 'kept-profile':
    case 'kept-reports':
      return isTexts(reportIds) ? { type, reportIds } : null
    case 'report':
    case 'own-badge':
      return isText(reportId) ? { type, reportId } : null
    case 'compare-recipient':
      return isText(reportId) && isIdentity(identity) ? { type, reportId, identity } : null
    case 'add-own-identity':
      return isIdentity(identity) && isText(label) && typeof remember === 'boolean'
        ? { type, identity, label, remember }
        : null
    case 'give-files':
      return isTab(tabId) && isFiles(files) ? { type, tabId, files } : null
    case 'set-consent':
      return isText(host) && isMode(mode) && (scope === 'site' || scope === 'everywhere')
        ? { type, scope, host, mode, ...(isTab(tabId) && { tabId }) }
        : null
    case 'consent':
      return isText(host) ? { type, host, ...(isTab(tabId) && { tabId }) } : null
    case 'set-site':
      return isText(site) && isMode(mode) ? { type, site, mode } : null
    case 'remove-site':
      return isText(site) ? { type, site } : null
    case 'sites':
    case 'trust-lists':
    case 'esco-state':
    case 'eu-lists':
    case 'own-identities':
    case 'forget-own-identities':
    case 'remove-own-identities':
    case 'esco-download':
    case 'esco-pause':
    case 'esco-resume':
    case 'esco-cancel':
    case 'esco-remove':
      return { type }
    case 'change-preferences':
      return isPreferenceChange(change) ? { type, change } : null
    case 'use-eu-lists':
      return typeof use === 'boolean' ? { type, use } : null
    case 'refresh-eu-list':
    case 'remove-eu-list':
      return isCountry(country) ? { type, country } : null
    case 'esco-read-file':
      return isText(name) ? { type, name } : null
    case 'add-list-text':
      return isText(text, MOST_LIST_TEXT) && isText(name) ? { type, text, name } : null
    case 'add-list-address':
      return isText(url) ? { type, url, ...(isText(name) && { name }) } : null
    case 'refresh-list':
    case 'remove-list':
    case 'remove-own-identity':
      return isText(id) ? { type, id } : null
    default:
      return readHistoryRequest(type, fields) ?? readMachineRequest(type, fields.kind)
  }
}

function isTab(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isText(value: unknown, most = MOST_TEXT): value is string {
  return typeof value === 'string' && value.length <= most
}

function isIds(value: unknown): value is string[] | 'all' {
  return value === 'all' || isTexts(value)
}

function isTexts(value: unknown, most = MOST_IDS): value is string[] {
  return Array.isArray(value) && value.length <= most && value.every((item) => isText(item))
}

function isIdentity(value: unknown): value is GivenIdentity {
  if (typeof value !== 'object' || value === null) return isText(value)
  const { name, dateOfBirth } = value as Record<string, unknown>
  return isText(name) && isText(dateOfBirth)
}

function isFiles(value: unknown): value is GivenFile[] {
  return Array.isArray(value) && value.length <= MOST_FILES && value.every(isFile)
}

function isFile(value: unknown): value is GivenFile {
  if (typeof value !== 'object' || value === null) return false
  const { name, bytes } = value as Record<string, unknown>
  return isText(name) && isText(bytes, MOST_FILE_TEXT)
}

/** As lists name it. */
function isCountry(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value)
}

/** Every field of it one that we know, with a value that we offer. */
function isPreferenceChange(value: unknown): value is PreferenceChange {
  if (typeof value !== 'object' || value === null) return false
  const { language, appearance, atOnce, ...other } = value as Record<string, unknown>
  return (
    Object.keys(other).length === 0 &&
    isOneOf([null, ...LANGUAGES], language) &&
    isOneOf(APPEARANCES, appearance) &&
    isOneOf(AT_ONCE, atOnce)
  )
}

function isOneOf(values: readonly unknown[], value: unknown): boolean {
  return value === undefined || values.includes(value)
}

function isMode(value: unknown): value is ConsentMode {
  return CONSENT_MODES.some((mode) => mode === value)
}
