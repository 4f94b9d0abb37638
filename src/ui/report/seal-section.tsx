import type { NamedParty, Seal, SealTime } from '../../verifier/report'
import { FactsTable, type Fact } from '../facts-table'
import { ForeignText } from '../foreign-text'
import { useWording } from '../wording-context'
import {
  listCountry,
  nameOfCode,
  partyName,
  sealName,
  sealSentence,
  sealTimeSource,
  statementNames,
  type Sentences,
} from '../wording'
import { Section } from './section'
import './seal-section.css'

/** The seal of a European Digital Credential: what it is worth, whose it is, and who says so. */
export function SealSection({ seal }: { seal: Seal | undefined }) {
  const s = useWording()
  if (seal === undefined) return null
  const { level, certificate } = seal
  return (
    <Section title={s.text('sectionSeal')}>
      <p class="seal-level" data-level={level}>
        {sealName(level, s)}
      </p>
      <p class="seal-says">{sealSentence({ level, sealer: partyName(certificate.subject) }, s)}</p>
      <FactsTable facts={factsOf(seal, s)} />
    </Section>
  )
}

function factsOf({ certificate, chain, time, trustedList }: Seal, s: Sentences): Fact[] {
  const { text } = s
  const facts: Fact[] = [
    { key: 'sealer', label: text('sealSealer'), value: <Party party={certificate.subject} /> },
    { key: 'time', label: text('sealTime'), value: <Time time={time} /> },
    { key: 'issuer', label: text('sealIssuedBy'), value: <Party party={certificate.issuer} /> },
    {
      key: 'validity',
      label: text('sealValidity'),
      value: text('sealFromUntil', s.date(certificate.notBefore), s.date(certificate.notAfter)),
    },
    {
      key: 'statements',
      label: text('sealStates'),
      value: <Lines lines={statementNames(certificate.statements, s)} />,
    },
  ]
  if (chain.length > 1) {
    const names = chain.slice(1).map(partyName)
    facts.push({ key: 'chain', label: text('sealChain'), value: <Foreign names={names} /> })
  }
  if (trustedList !== undefined) {
    const { country, service, issued } = trustedList
    const of = listCountry(country, s)
    const value = text('sealTrustedListOf', of, s.date(issued), service)
    facts.push({ key: 'list', label: text('sealTrustedList'), value })
  }
  const serial = <ForeignText text={certificate.serialNumber} />
  return [...facts, { key: 'serial', label: text('sealSerial'), value: serial }]
}

/** As the certificate names it: its own word where nobody vouches for who issued it. */
function Party({ party }: { party: NamedParty }) {
  const { locale } = useWording()
  const { identifier, country } = party
  const details = [identifier, country && nameOfCode('region', country, locale)].filter(
    (detail) => detail !== undefined && detail !== '' && detail !== partyName(party),
  )
  return (
    <>
      <ForeignText text={partyName(party)} />
      {details.length > 0 && (
        <span class="seal-note">
          <ForeignText text={details.join(' · ')} />
        </span>
      )}
    </>
  )
}

function Time({ time }: { time: SealTime }) {
  const s = useWording()
  return (
    <>
      {time.at !== undefined && s.moment(time.at)}
      <span class="seal-note">{sealTimeSource(time, s)}</span>
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <span class="seal-line" key={line}>
          {line}
        </span>
      ))}
    </>
  )
}

function Foreign({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.map((name, index) => (
        <span class="seal-line" key={index}>
          <ForeignText text={name} />
        </span>
      ))}
    </>
  )
}
