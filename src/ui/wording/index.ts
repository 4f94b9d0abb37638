/** Everything that a person reads, made from reports: pure functions over a `translate`. */
export { badgeName } from './badge-name'
export { checkName, checkTitle, outcomeName } from './check-title'
export { chipOf, type ChipFacts, type ChipLook } from './chip'
export { clip, displayLines, displaySource, displayText, isolate } from './display-text'
export {
  completenessOf,
  elementName,
  elementNote,
  elementState,
  explanationName,
  explanationState,
  frameworkName,
  groupName,
  sourceName,
} from './elements'
export { escoKind, escoStanding } from './esco'
export { escoLine } from './esco-line'
export { healthStateName, healthWords } from './health'
export { headlineOf, headlineParts, type HeadlineFacts } from './headline'
export { issuerLine } from './issuer-line'
export { effortName, levelMeaning, levelNames, rangeName } from './level-and-effort'
export { listProblemSentence } from './list-problem'
export { markLabel, type MarkFacts } from './mark-label'
export { listCountry, nameOfCode } from './name-of-code'
export { carrierName, formatName, hostOf, issuerIdentity } from './names'
export { ownKindName, ownName, ownProblemSentence, ownSentence } from './own-badges'
export { pageSummary } from './page-summary'
export {
  allBadges,
  badgeList,
  badgeNamesOf,
  contradictionSentence,
  contradictionsInShort,
  ectsName,
  leftOutSentence,
  levelSpan,
  overlapSentence,
  profileIssuerName,
  recipientName,
  recipientsSentence,
  skillNote,
  type BadgeNames,
} from './profile'
export { nameInReport } from './report-name'
export { reasonSentence } from './reasons'
export { partyName, sealName, sealSentence, sealTimeSource, statementNames } from './seal'
export { textFor } from './text-for'
export { strippedSentence, trailSentence } from './trail'
export {
  modeMeaning,
  modeName,
  policyProblemSentence,
  settledSentence,
  siteProblemSentence,
} from './site-mode'
export { sentenceLocale } from './sentence-locale'
export { sentencesIn, type Composed, type Sentences, type Value } from './sentences'
export { watchSentence, type WatchedBadge } from './watch'
export { pluralKey, type MessageKey, type PluralKey, type Translate } from './translate'
