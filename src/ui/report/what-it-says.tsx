import type { Alignment, Credential, Result } from '../../verifier/credential'
import type { Authenticity } from '../../verifier/report'
import { FactsTable, type Fact } from '../facts-table'
import { ForeignText } from '../foreign-text'
import { SafeLink } from '../safe-link'
import { useWording } from '../wording-context'
import { achievementFacts, awardFacts, issuerFacts } from './declared-facts'
import { Section } from './section'
import './what-it-says.css'

interface WhatItSaysProps {
  credential: Credential
  authenticity: Authenticity
}

/** What the badge declares. Nothing here is a finding of ours, and the section says so. */
export function WhatItSays({ credential, authenticity }: WhatItSaysProps) {
  const s = useWording()
  const { text } = s
  const alignments = credential.achievements.flatMap((achievement) => achievement.alignments)
  return (
    <>
      <Section title={text('sectionSays')} note={text('doesNotJudge')}>
        {authenticity !== 'holds' && (
          <p class="says-unconfirmed">
            {text(authenticity === 'fails' ? 'saysAltered' : 'saysNotConfirmed')}
          </p>
        )}
        {credential.achievements.map((achievement, index) => (
          <FactsTable facts={achievementFacts(achievement, s)} key={achievement.id ?? index} />
        ))}
        <FactsTable facts={[...awardFacts(credential, s), ...resultFacts(credential)]} />
      </Section>
      {alignments.length > 0 && (
        <Section title={text('sectionAlignments')}>
          <Alignments alignments={alignments} />
        </Section>
      )}
      <Section title={text('sectionIssuer')}>
        <FactsTable facts={issuerFacts(credential, s)} />
      </Section>
    </>
  )

  function resultFacts({ results, achievements }: Credential): Fact[] {
    const descriptions = achievements.flatMap(({ resultDescriptions }) => resultDescriptions)
    return results.map((result, index) => {
      const description = descriptions.find(({ id }) => id === result.resultDescription)
      return {
        key: `result ${index}`,
        label: text('factResult'),
        value: (
          <>
            {description?.name !== undefined && (
              <>
                <ForeignText text={description.name} />
                {': '}
              </>
            )}
            <ForeignText text={resultText(result)} />
          </>
        ),
      }
    })
  }
}

function resultText({ value, status, achievedLevel }: Result): string {
  return [value, status, achievedLevel].filter((part) => part !== undefined).join(' · ')
}

function Alignments({ alignments }: { alignments: Alignment[] }) {
  const { text } = useWording()
  return (
    <ul>
      {alignments.map((alignment, index) => (
        <li class="alignment" key={index}>
          <div>
            <AlignmentName alignment={alignment} />
            <p class="alignment-framework">
              <Joined parts={[alignment.targetFramework, alignment.targetCode]} />
            </p>
          </div>
          <span class="alignment-standing">{text('alignmentDeclared')}</span>
        </li>
      ))}
    </ul>
  )
}

function AlignmentName({ alignment }: { alignment: Alignment }) {
  const { targetName, targetUrl, targetCode } = alignment
  if (targetUrl !== undefined) return <SafeLink url={targetUrl} label={targetName} />
  return <ForeignText text={targetName ?? targetCode ?? ''} />
}

function Joined({ parts }: { parts: (string | undefined)[] }) {
  const said = parts.filter((part) => part !== undefined)
  return (
    <>
      {said.map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          <ForeignText text={part} />
        </span>
      ))}
    </>
  )
}
