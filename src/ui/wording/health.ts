import type { HealthCode, HealthFinding, HealthState } from '../../platform/health-shapes'
import { elementName, frameworkName } from './elements'
import { reasonSentence } from './reasons'
import type { Sentences, Value } from './sentences'
import type { MessageKey } from './translate'

const STATES: Record<HealthState, MessageKey> = {
  ok: 'healthStateOk',
  look: 'healthStateLook',
  unknown: 'healthStateUnknown',
}

export function healthStateName(state: HealthState, { text }: Sentences): string {
  return text(STATES[state])
}

/** What is so, and what helps; the second is absent where all is well. */
const SENTENCES: Record<Exclude<HealthCode, 'end-soon'>, [MessageKey, MessageKey?]> = {
  'verifies-recognised': ['healthVerifiesRecognised'],
  verifies: ['healthVerifies'],
  'needs-look': ['healthNeedsLook', 'healthNeedsLookFix'],
  'needs-picture': ['healthNeedsLook', 'healthPictureDiffersFix'],
  'status-open': ['healthStatusOpen', 'healthVerifyAgainFix'],
  'does-not-verify': ['healthDoesNotVerify', 'healthDoesNotVerifyFix'],
  'not-checkable': ['healthNotCheckable', 'healthVerifyAgainFix'],
  'data-in-picture': ['healthDataInPicture'],
  'data-linked': ['healthDataLinked'],
  'data-stripped': ['healthDataStripped', 'healthRepairFix'],
  'data-in-original': ['healthDataInOriginal', 'healthRepairFix'],
  'data-flawed': ['healthDataFlawed', 'healthDataFlawedFix'],
  'data-not-genuine': ['healthDataNotGenuine', 'healthDataFlawedFix'],
  'data-unproven': ['healthDataUnproven', 'healthVerifyAgainFix'],
  'data-not-read': ['healthDataNotRead', 'healthVerifyAgainFix'],
  'hosted-reachable': ['healthHostedReachable'],
  'hosted-not-needed': ['healthHostedNotNeeded'],
  'hosted-differs': ['healthHostedDiffers', 'healthHostedDiffersFix'],
  'hosted-gone': ['healthHostedGone', 'healthHostedGoneFix'],
  'hosted-revoked': ['healthHostedRevoked', 'healthDoesNotVerifyFix'],
  'hosted-no-answer': ['healthHostedNoAnswer', 'healthHostedNoAnswerFix'],
  'hosted-not-asked': ['healthHostedNotAsked', 'healthVerifyFix'],
  'hosted-unknown': ['healthHostedUnknown', 'healthVerifyAgainFix'],
  'picture-same': ['healthPictureSame'],
  'picture-differs': ['healthPictureDiffers', 'healthPictureDiffersFix'],
  'picture-unsure': ['healthPictureUnsure', 'healthPictureUnsureFix'],
  'picture-none': ['healthPictureNone', 'healthPictureNoneFix'],
  'picture-not-compared': ['healthPictureNotCompared', 'healthVerifyFix'],
  'end-none': ['healthEndNone'],
  'end-later': ['healthEndLater'],
  ended: ['healthEnded', 'healthEndedFix'],
  'end-unreadable': ['healthEndUnreadable', 'healthAskIssuerFix'],
  'end-unproven': ['healthEndUnproven', 'healthVerifyAgainFix'],
  'descriptors-complete': ['healthDescriptorsComplete'],
  'descriptors-missing': ['healthDescriptorsMissing', 'healthDescriptorsMissingFix'],
  'descriptors-perhaps': ['healthDescriptorsPerhaps', 'healthDescriptorsPerhapsFix'],
  'descriptors-unproven': ['healthDescriptorsUnproven', 'healthVerifyAgainFix'],
  'descriptors-not-read': ['healthDescriptorsNotRead', 'healthAskIssuerFix'],
}

export interface HealthWords {
  says: string
  fix?: string
}

export function healthWords(finding: HealthFinding, s: Sentences): HealthWords {
  if (finding.code === 'end-soon') {
    const { date = '', days = 0 } = finding
    return {
      says: s.count('healthEndSoon', days + 1, s.date(date)),
      fix: s.text('healthEndSoonFix'),
    }
  }
  const [says, fix] = SENTENCES[finding.code]
  return {
    says: s.text(says, ...valuesOf(finding, s)),
    ...(fix !== undefined && finding.isFinal !== true && { fix: s.text(fix) }),
  }
}

/** In the order of the placeholders: a sentence has but those that its finding has. */
function valuesOf(
  { reason, host, date, framework, descriptors }: HealthFinding,
  s: Sentences,
): Value[] {
  return [
    ...(reason ? [{ composed: reasonSentence(reason, s.translate, s.locale) }] : []),
    ...(host === undefined ? [] : [host]),
    ...(date === undefined ? [] : [s.date(date)]),
    ...(framework === undefined ? [] : [{ composed: frameworkName({ framework }, s) }]),
    ...(descriptors
      ? [
          s.list(
            descriptors.map((id) => elementName(id, s)),
            60,
          ),
        ]
      : []),
  ]
}
