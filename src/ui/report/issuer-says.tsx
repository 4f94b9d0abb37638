import type { Credential } from '../../verifier/credential'
import { FactsTable } from '../facts-table'
import { useWording } from '../wording-context'
import { issuerFacts } from './declared-facts'
import { Section } from './section'

/** How the issuer describes itself. */
export function IssuerSays({ credential }: { credential: Credential }) {
  const s = useWording()
  return (
    <Section title={s.text('sectionIssuer')}>
      <FactsTable facts={issuerFacts(credential, s)} />
    </Section>
  )
}
