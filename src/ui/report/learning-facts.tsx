import type { Accreditation, Assessment, Learning, Text } from '../../verifier/credential'
import type { Fact } from '../facts-table'
import { ForeignText } from '../foreign-text'
import type { MessageKey, Sentences } from '../wording'

/** What a European Digital Credential says of an achievement and badges have no word for, as rows. */
export function learningFacts(learning: Learning, s: Sentences): Fact[] {
  const { awardedBy, outcomes, activities, modes, assessments, entitlements } = learning
  const { accreditations, entryRequirements, parts } = learning
  const row = (key: MessageKey, texts: (Text | undefined)[]): Fact[] => {
    const said = texts.filter((text) => text !== undefined)
    return said.length === 0
      ? []
      : [{ key, label: s.text(key), value: <Lines texts={said} s={s} /> }]
  }
  return [
    ...row(
      'factAwardedBy',
      awardedBy.map(({ name }) => name),
    ),
    ...row(
      'factOutcomes',
      outcomes.map(({ title, description }) => title ?? description),
    ),
    ...row(
      'factActivities',
      activities.map(({ title }) => title),
    ),
    ...row('factModes', modes),
    ...assessments
      .filter(({ title, grade }) => title ?? grade)
      .map((assessment, index) => assessmentFact(assessment, index, s)),
    ...row('factEntry', entryRequirements),
    ...row('factEntitlements', entitlements),
    ...row('factParts', parts),
    ...row('factAccreditations', accreditations.flatMap(namesOf)),
  ]
}

function assessmentFact({ title, grade }: Assessment, index: number, s: Sentences): Fact {
  return {
    key: `assessment ${index}`,
    label: s.text('factAssessment'),
    value: (
      <>
        {title !== undefined && <ForeignText text={title} />}
        {grade !== undefined && (
          <>
            {title !== undefined && ': '}
            <ForeignText text={grade} />
          </>
        )}
      </>
    ),
  }
}

function namesOf({ title, type, body }: Accreditation): Text[] {
  return [title ?? type, body].filter((text) => text !== undefined)
}

/** As many as a person reads; the source has them all. */
const MOST_LINES = 20

function Lines({ texts, s }: { texts: readonly Text[]; s: Sentences }) {
  const more = texts.length - MOST_LINES
  return (
    <>
      {texts.slice(0, MOST_LINES).map((text, index) => (
        <span class="fact-line" key={index}>
          <ForeignText text={text} lines />
        </span>
      ))}
      {more > 0 && <span class="fact-line">{s.text('listMore', more)}</span>}
    </>
  )
}
