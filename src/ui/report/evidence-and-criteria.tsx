import type { Credential, Evidence } from '../../verifier/credential'
import { ForeignText } from '../foreign-text'
import { SafeLink } from '../safe-link'
import { useWording } from '../wording-context'
import { Section } from './section'
import './evidence-and-criteria.css'

/** Links that the badge gives; nobody has looked behind them. */
export function EvidenceAndCriteria({ credential }: { credential: Credential }) {
  const { text } = useWording()
  const criteria = credential.achievements
    .map((achievement) => achievement.criteria?.url)
    .filter((url) => url !== undefined)
  if (criteria.length === 0 && credential.evidence.length === 0) return null
  return (
    <Section title={text('sectionEvidence')} note={text('evidenceNote')}>
      <ul class="evidence">
        {criteria.map((url) => (
          <li key={url}>
            <p class="evidence-kind">{text('evidenceCriteria')}</p>
            <SafeLink url={url} unverified />
          </li>
        ))}
        {credential.evidence.map((evidence, index) => (
          <li key={evidence.id ?? index}>
            <p class="evidence-kind">{text('evidenceEvidence')}</p>
            <EvidenceItem evidence={evidence} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function EvidenceItem({ evidence }: { evidence: Evidence }) {
  const { name, narrative, description, genre, audience } = evidence
  const url = evidence.url ?? evidence.id
  return (
    <>
      {url === undefined ? (
        name !== undefined && <ForeignText text={name} />
      ) : (
        <SafeLink url={url} label={name} unverified />
      )}
      {[description, narrative].map(
        (text, index) =>
          text !== undefined && (
            <p class="evidence-text" key={index}>
              <ForeignText text={text} lines />
            </p>
          ),
      )}
      {[genre, audience].map(
        (word) =>
          word !== undefined && (
            <p class="evidence-kind" key={word}>
              <ForeignText text={word} />
            </p>
          ),
      )}
    </>
  )
}
