import bitstringStatusList from './contexts/bitstring-status-list-v1.json'
import clr201 from './contexts/clr-2.0.1.json'
import credentials1 from './contexts/credentials-v1.json'
import credentials2 from './contexts/credentials-v2.json'
import dataIntegrity1 from './contexts/data-integrity-v1.json'
import dataIntegrity2 from './contexts/data-integrity-v2.json'
import ed25519Suite2018 from './contexts/ed25519-2018-v1.json'
import ed25519 from './contexts/ed25519-2020-v1.json'
import multikey from './contexts/multikey-v1.json'
import openBadges300 from './contexts/open-badges-3.0.0.json'
import openBadges301 from './contexts/open-badges-3.0.1.json'
import openBadges302 from './contexts/open-badges-3.0.2.json'
import openBadges303 from './contexts/open-badges-3.0.3.json'
import openBadgesExtensions from './contexts/open-badges-extensions.json'
import statusList2021 from './contexts/status-list-2021-v1.json'
import undefinedTerms2 from './contexts/undefined-terms-v2.json'

const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/'

/** Contexts by URL; sources and licences in `contexts/README.md`. */
export const BUNDLED_CONTEXTS: ReadonlyMap<string, object> = new Map<string, object>([
  ['https://www.w3.org/2018/credentials/v1', credentials1],
  ['https://www.w3.org/ns/credentials/v2', credentials2],
  ['https://www.w3.org/ns/credentials/undefined-terms/v2', undefinedTerms2],
  ['https://w3id.org/security/data-integrity/v1', dataIntegrity1],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrity2],
  ['https://w3id.org/security/multikey/v1', multikey],
  ['https://w3id.org/security/suites/ed25519-2018/v1', ed25519Suite2018],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519],
  ['https://www.w3.org/ns/credentials/status/v1', bitstringStatusList],
  ['https://w3id.org/vc/status-list/2021/v1', statusList2021],
  // 3.0.0 was published without its number first; both names occur.
  [`${OPEN_BADGES}context.json`, openBadges300],
  [`${OPEN_BADGES}context-3.0.0.json`, openBadges300],
  [`${OPEN_BADGES}context-3.0.1.json`, openBadges301],
  [`${OPEN_BADGES}context-3.0.2.json`, openBadges302],
  [`${OPEN_BADGES}context-3.0.3.json`, openBadges303],
  [`${OPEN_BADGES}extensions.json`, openBadgesExtensions],
  // Of `context.json`, without a number, two documents are about: nobody could tell which one was signed.
  ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', clr201],
])
