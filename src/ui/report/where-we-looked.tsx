import type { TrailStep } from '../../verifier/report'
import { useWording } from '../wording-context'
import { strippedSentence, trailSentence } from '../wording'
import { Section } from './section'
import './where-we-looked.css'

/** How the credential was come by, where the picture on the page does not carry it. */
export function WhereWeLooked({ trail }: { trail: readonly TrailStep[] | undefined }) {
  const s = useWording()
  if (trail === undefined || trail.length === 0) return null
  const stripped = strippedSentence(trail, s)
  return (
    <Section title={s.text('sectionTrail')} {...(stripped !== undefined && { note: stripped })}>
      <ol class="trail">
        {trail.map((step, index) => (
          <li key={index}>{trailSentence(step, s)}</li>
        ))}
      </ol>
    </Section>
  )
}
