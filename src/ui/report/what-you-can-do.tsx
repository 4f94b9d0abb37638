import type { ReasonCode, VerificationReport } from '../../verifier/report'
import { useWording } from '../wording-context'
import { reasonSentence, type MessageKey } from '../wording'
import { Section } from './section'
import './what-you-can-do.css'

/** What helps where it is known what the thing is; else it is a picture that may have lost its data. */
const ADVICE: Partial<Record<ReasonCode, MessageKey[]>> = {
  'platform-certificate': ['canOpenPlatform', 'canAskForCredential'],
  'template-picture': ['canVerifyLinked', 'canAskForCredential'],
  'link-without-credential': ['canOpenLink', 'canAskForCredential'],
}

const STRIPPED: MessageKey[] = ['canFollowLink', 'canAskOriginal']

/** For what carries no credential: an image may well be a copy that lost it on the way. */
export function WhatYouCanDo({ report }: { report: VerificationReport }) {
  const { text, translate, locale } = useWording()
  const advice = ADVICE[report.reason]
  const oddities = report.reasons.filter(({ code }) => code !== 'no-badge-data' && !ADVICE[code])
  return (
    <Section title={text('sectionCanDo')}>
      {advice &&
        report.reasons.slice(0, 1).map((why) => (
          <p class="can-do-why" key={why.code}>
            {reasonSentence(why, translate, locale)}
          </p>
        ))}
      <ul class="can-do">
        {(advice ?? STRIPPED).map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
        {oddities.map((reason) => (
          <li key={reason.code}>{reasonSentence(reason, translate, locale)}</li>
        ))}
      </ul>
      {!advice && <p class="section-note">{text('canDoNote')}</p>}
    </Section>
  )
}
