import type { VerificationReport } from '../../verifier/report'
import { useWording } from '../wording-context'
import { reasonSentence } from '../wording'
import { Section } from './section'
import './what-you-can-do.css'

/** For an image that carries no credential: it may well be a copy that lost it on the way. */
export function WhatYouCanDo({ report }: { report: VerificationReport }) {
  const { text, translate, locale } = useWording()
  const oddities = report.reasons.filter(({ code }) => code !== 'no-badge-data')
  return (
    <Section title={text('sectionCanDo')}>
      <ul class="can-do">
        <li>{text('canFollowLink')}</li>
        <li>{text('canAskOriginal')}</li>
        {oddities.map((reason) => (
          <li key={reason.code}>{reasonSentence(reason, translate, locale)}</li>
        ))}
      </ul>
      <p class="section-note">{text('canDoNote')}</p>
    </Section>
  )
}
