import type { Credential, Result } from '../../verifier/credential'
import type { Authenticity } from '../../verifier/report'
import { FactsTable, type Fact } from '../facts-table'
import { ForeignText } from '../foreign-text'
import { useWording } from '../wording-context'
import { achievementFacts, awardFacts } from './declared-facts'
import { extensionFacts } from './extension-facts'
import { learningFacts } from './learning-facts'
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
  return (
    <Section title={text('sectionSays')} note={text('doesNotJudge')}>
      {authenticity !== 'holds' && (
        <p class="says-unconfirmed">
          {text(authenticity === 'fails' ? 'saysAltered' : 'saysNotConfirmed')}
        </p>
      )}
      {credential.achievements.map((achievement, index) => (
        <FactsTable
          facts={[
            ...achievementFacts(achievement, s),
            ...(achievement.learning ? learningFacts(achievement.learning, s) : []),
          ]}
          key={achievement.id ?? index}
        />
      ))}
      <FactsTable facts={[...awardFacts(credential, s), ...resultFacts(credential)]} />
      <FactsTable facts={extensionFacts(credential)} />
    </Section>
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
