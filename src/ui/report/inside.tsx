import type { PartPlace, VerificationReport } from '../../verifier/report'
import { Disclosure } from '../disclosure'
import { ForeignText } from '../foreign-text'
import { VerdictShape } from '../verdict-shape'
import { useWording } from '../wording-context'
import {
  displayText,
  formatName,
  headlineParts,
  issuerLine,
  nameInReport,
  textFor,
  type MessageKey,
  type Sentences,
} from '../wording'
import { Section } from './section'
import { WhatWeChecked } from './what-we-checked'
import './inside.css'

/** Credentials and endorsements inside the one that the report is about, each judged by itself. */
export function Inside({ parts }: { parts: readonly VerificationReport[] }) {
  const { text } = useWording()
  const { credentials, endorsements } = byRole(parts)
  return (
    <>
      {credentials.length > 0 && (
        <Section title={text('sectionParts')} note={text('partsNote')}>
          <PartList parts={credentials} />
        </Section>
      )}
      {endorsements.length > 0 && (
        <Section title={text('sectionEndorsements')} note={text('endorsementsNote')}>
          <PartList parts={endorsements} />
        </Section>
      )}
    </>
  )
}

function byRole(parts: readonly VerificationReport[]) {
  const isEndorsement = ({ place }: VerificationReport): boolean => place?.role === 'endorsement'
  return {
    credentials: parts.filter((part) => !isEndorsement(part)),
    endorsements: parts.filter(isEndorsement),
  }
}

function PartList({ parts }: { parts: readonly VerificationReport[] }) {
  return (
    <ul class="parts">
      {parts.map((part, index) => (
        <li class="part" data-verdict={part.verdict} key={index}>
          <Disclosure summary={<PartLine part={part} />}>
            {() => <PartDetail part={part} />}
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

/** Shape, name, who issued it, and what was found, in one sentence. */
function PartLine({ part }: { part: VerificationReport }) {
  const s = useWording()
  const { lead } = headlineParts(part, s.translate, s.locale)
  const named = part.verdict === 'trusted' || part.verdict === 'authentic'
  const issuer = named ? '' : issuerLine(part, s.translate, s.locale)
  const place = placeNote(part)
  return (
    <>
      <VerdictShape look={part.verdict} />
      <div class="part-line">
        <h3>
          <bdi>{nameOf(part, s)}</bdi>
        </h3>
        {issuer !== '' && <p class="part-issuer">{issuer}</p>}
        <p class="part-lead">{lead}</p>
        {place !== undefined && <p class="part-place">{s.text(place)}</p>}
      </div>
    </>
  )
}

function PartDetail({ part }: { part: VerificationReport }) {
  const comment = part.credential?.endorses?.comment
  return (
    <>
      {comment !== undefined && (
        <p class="part-comment">
          <ForeignText text={comment} lines />
        </p>
      )}
      <WhatWeChecked checks={part.checks} />
      {part.parts.length > 0 && <PartList parts={part.parts} />}
    </>
  )
}

function nameOf(report: VerificationReport, s: Sentences): string {
  const { format } = report
  const name = nameInReport(report)
  const shown = name === undefined ? '' : displayText(textFor(name, s.locale).text)
  if (shown !== '') return shown
  return format === undefined ? s.text('badgeUnnamed') : formatName(format, s)
}

/** What its own report cannot say: how it fits to what it stands in. */
function placeNote({ kind, place, authenticity }: VerificationReport): MessageKey | undefined {
  if (place === undefined || authenticity !== 'holds') return undefined
  if (place.role === 'endorsement' && kind !== 'endorsement') return 'partNoEndorsement'
  return NOTES[place.role][place.byIssuer === true ? 'own' : place.subject]
}

const NOTES: Record<
  PartPlace['role'],
  Partial<Record<PartPlace['subject'] | 'own', MessageKey>>
> = {
  credential: { differs: 'partOfAnother', unknown: 'partOfUnknown' },
  endorsement: {
    differs: 'endorsementOfOther',
    unknown: 'endorsementOfUnknown',
    own: 'endorsementOwn',
  },
}
