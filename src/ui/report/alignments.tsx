import type { Alignment } from '../../verifier/credential'
import type { AlignmentResult, VerificationReport } from '../../verifier/report'
import { ForeignText } from '../foreign-text'
import { SafeLink } from '../safe-link'
import { useWording } from '../wording-context'
import { escoKind, escoStanding, type Sentences } from '../wording'
import { Section } from './section'
import './alignments.css'

/** What the badge is aligned to, and what is known of it. Shown whatever the verdict: it is its own word. */
export function Alignments({ report }: { report: VerificationReport }) {
  const s = useWording()
  const results = report.alignments ?? declaredIn(report)
  if (results.length === 0) return null
  return (
    <Section title={s.text('sectionAlignments')}>
      <ul>
        {results.map((result, index) => (
          <AlignmentLine result={result} key={index} />
        ))}
      </ul>
      <Attribution results={results} />
    </Section>
  )
}

/** A report that was kept before alignments were looked at has only what the issuer wrote. */
function declaredIn({ credential }: VerificationReport): AlignmentResult[] {
  const alignments = credential?.achievements.flatMap((achievement) => achievement.alignments) ?? []
  return alignments.map((alignment, index) => asDeclared(alignment, index + 1))
}

function asDeclared(alignment: Alignment, index: number): AlignmentResult {
  const { targetName: name, targetCode: code, targetFramework: framework, targetUrl } = alignment
  return {
    ...{ at: { place: 'alignment', index }, kind: 'other' },
    ...(name !== undefined && { name }),
    ...(code !== undefined && { code }),
    ...(framework !== undefined && { framework }),
    ...(targetUrl !== undefined && { link: targetUrl }),
  }
}

function AlignmentLine({ result }: { result: AlignmentResult }) {
  const s = useWording()
  const { name, code, framework, link, esco } = result
  const details = [framework, code].filter((part) => part !== undefined)
  return (
    <li class="alignment" data-kind={result.kind} data-result={esco?.result}>
      <div class="alignment-name">
        {link === undefined ? (
          <ForeignText text={name ?? code ?? ''} />
        ) : (
          <SafeLink url={link} label={name} />
        )}
        {details.length > 0 && (
          <p class="alignment-framework">
            {details.map((part, index) => (
              <span key={index}>
                {index > 0 && ' · '}
                <ForeignText text={part} />
              </span>
            ))}
          </p>
        )}
      </div>
      <span class="alignment-standing">{standingOf(result, s)}</span>
    </li>
  )
}

function standingOf({ esco }: AlignmentResult, s: Sentences): string {
  if (esco === undefined) return s.text('alignmentDeclared')
  const kind = esco.concept === undefined ? undefined : escoKind(esco.concept, s)
  return [escoStanding(esco, s), kind].filter((part) => part !== undefined).join(' · ')
}

/** Owed wherever ESCO's data is shown (ESCO's terms of reuse); and of when the data is. */
function Attribution({ results }: { results: readonly AlignmentResult[] }) {
  const { text, date } = useWording()
  const shown = results.find(({ esco }) => esco?.version !== undefined)?.esco
  if (shown?.version === undefined) return null
  return (
    <p class="alignment-attribution">
      {text('escoAttribution')}
      {shown.asOf !== undefined && ` ${text('escoVersion', shown.version, date(shown.asOf))}`}
    </p>
  )
}
