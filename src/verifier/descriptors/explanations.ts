/** What guidelines explain beyond their list of descriptors, each looked for in what the credential says. */
import { ofAchievement } from '../alignments/place'
import type { Text } from '../credential'
import { URI } from './agreement'
import type { Explanation, ExplanationId } from './descriptor-table'
import type { SourcePath } from './source-path'
import type { Subject } from './subject'

export function explanationOf(id: ExplanationId, subject: Subject): Explanation {
  return { id, ...EXPLANATIONS[id](subject) }
}

type Finding = Omit<Explanation, 'id'>

const EXPLANATIONS: Readonly<Record<ExplanationId, (subject: Subject) => Finding>> = {
  /** "Each introduced by its name and a colon". */
  'names-lead-criteria': ({ credential: { achievements }, criteria }) =>
    seenAt(
      criteria.map(({ structured }, index) =>
        structured ? { place: 'criteria', ...ofAchievement(index, achievements) } : undefined,
      ),
    ),

  /** The image should carry the words; its name and its alternative text are all that is looked at. */
  'micro-credential-on-image': ({ credential: { achievements, image } }) =>
    seenAt([
      ...achievements.flatMap((achievement, index) => {
        const ordinal = ofAchievement(index, achievements)
        return [
          says(achievement.image?.caption, {
            ...{ place: 'field', path: 'achievement.image' },
            ...ordinal,
          }),
          says(achievement.name, { place: 'field', path: 'achievement.name', ...ordinal }),
        ]
      }),
      says(image?.caption, { place: 'field', path: 'image' }),
    ]),

  'conformity-noted': ({ credential: { achievements }, criteria }) =>
    seenAt(
      criteria.flatMap(({ sections }, index) =>
        sections
          .filter(({ descriptor, value }) => descriptor === 'certification' && CONFORMS.test(value))
          .map((section): SourcePath => ({
            ...{ place: 'criteria', section: section.index },
            ...ofAchievement(index, achievements),
          })),
      ),
    ),

  /** "A URI that shows the authority to be trustworthy": which one it is, a person sees. */
  'issuer-trust-uri': ({ credential: { issuer } }) => {
    const accreditation = issuer.extensions?.find(({ type }) => type === 'IssuerAccreditation')
    return seenAt([
      typeof accreditation?.values.url === 'string'
        ? { place: 'extension', type: 'IssuerAccreditation', on: 'issuer' }
        : undefined,
      Object.values(issuer.description ?? {}).some((text) => URI.test(text))
        ? { place: 'field', path: 'issuer.description' }
        : undefined,
      issuer.url === undefined ? undefined : { place: 'field', path: 'issuer.url' },
    ])
  },

  /** It "may be left out internationally and must not be a URI". */
  'description-without-uri': ({ credential: { achievements } }) => {
    const texts = achievements.flatMap(({ description }) => Object.values(description ?? {}))
    if (texts.length === 0) return { state: 'not-applicable' }
    const source: SourcePath = { place: 'field', path: 'achievement.description' }
    return texts.some((text) => URI.test(text))
      ? { state: 'not-seen', source }
      : { state: 'seen', source }
  },
}

function seenAt(places: (SourcePath | undefined)[]): Finding {
  const source = places.find((place) => place !== undefined)
  return source === undefined ? { state: 'not-seen' } : { state: 'seen', source }
}

function says(text: Text | undefined, source: SourcePath): SourcePath | undefined {
  return Object.values(text ?? {}).some((words) => MICRO_CREDENTIAL.test(words))
    ? source
    : undefined
}

const MICRO_CREDENTIAL = /micro[\s-]?credential|マイクロ[・\s]?クレデンシャル/i
/** Names the guideline, or those who wrote it. */
const CONFORMS = /guideline|JV-?Campus|JMOOC|ガイドライン/i
