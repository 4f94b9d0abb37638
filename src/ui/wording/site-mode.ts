import type {
  ConsentMode,
  PolicyProblem,
  SettledBy,
  SiteProblem,
} from '../../platform/consent-shapes'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

const MODES: Record<ConsentMode, { name: MessageKey; means: MessageKey }> = {
  off: { name: 'modeOff', means: 'modeOffMeans' },
  click: { name: 'modeClick', means: 'modeClickMeans' },
  always: { name: 'modeAlways', means: 'modeAlwaysMeans' },
}

export function modeName(mode: ConsentMode, { text }: Sentences): string {
  return text(MODES[mode].name)
}

/** What a mode comes to, in a sentence. */
export function modeMeaning(mode: ConsentMode, { text }: Sentences): string {
  return text(MODES[mode].means)
}

/** By whose word a mode is in force. @param isFixed nobody but the organisation may change it */
export function settledSentence(by: SettledBy, isFixed: boolean, s: Sentences): string {
  const sentence = settledText(by, s)
  return isFixed ? `${sentence} ${s.text('modeFixed')}` : sentence
}

function settledText(by: SettledBy, { text }: Sentences): string {
  switch (by.is) {
    case 'tab':
      return text('modeByTab')
    case 'user':
      return isPattern(by.site) ? text('modeByPattern', by.site) : text('modeBySite')
    case 'organisation':
      return isPattern(by.site)
        ? text('modeByOrganisationPattern', by.site)
        : text('modeByOrganisationSite')
    case 'user-default':
      return text('modeByDefault')
    case 'organisation-default':
      return text('modeByOrganisationDefault')
    case 'preset':
      return text('modeByPreset')
  }
}

function isPattern(site: string): boolean {
  return site.startsWith('*.')
}

const SITE_PROBLEMS: Record<SiteProblem, MessageKey> = {
  empty: 'siteEmpty',
  unreadable: 'siteUnreadable',
  wildcard: 'siteWildcard',
  'public-suffix': 'sitePublicSuffix',
}

/** Why a text names no site, and how to name one. */
export function siteProblemSentence(
  problem: SiteProblem,
  given: string,
  { text }: Sentences,
): string {
  return text(SITE_PROBLEMS[problem], given)
}

type ValueProblem = Exclude<PolicyProblem['problem'], SiteProblem>

const VALUE_PROBLEMS: Record<ValueProblem, MessageKey> = {
  mode: 'policyMode',
  boolean: 'policyBoolean',
  array: 'policyArray',
  object: 'policyObject',
  address: 'policyAddress',
  twice: 'policyTwice',
  unknown: 'policyUnknown',
}

/** What of the organisation's policy was passed over: where it stands, and what was expected. */
export function policyProblemSentence(
  { place, problem, given }: PolicyProblem,
  s: Sentences,
): string {
  const sentence = isSiteProblem(problem)
    ? siteProblemSentence(problem, given ?? '', s)
    : s.text(VALUE_PROBLEMS[problem], given ?? '')
  return s.text('policyProblem', place, { composed: sentence })
}

function isSiteProblem(problem: PolicyProblem['problem']): problem is SiteProblem {
  return problem in SITE_PROBLEMS
}
