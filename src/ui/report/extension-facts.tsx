import type { Credential, Extension } from '../../verifier/credential'
import type { Fact } from '../facts-table'
import { ForeignText } from '../foreign-text'

/** What the extensions of a badge add, by the names of their schemas, which have no translations. */
export function extensionFacts({ extensions, achievements }: Credential): Fact[] {
  const all = [extensions, ...achievements.map((achievement) => achievement.extensions)]
  return all
    .flatMap((some) => some ?? [])
    .map((extension, index) => ({
      key: `extension ${index}`,
      label: extension.type,
      value: <Values extension={extension} />,
    }))
}

function Values({ extension: { type, values } }: { extension: Extension }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <p key={name}>
          {name !== type && (
            <>
              <ForeignText text={name} />
              {': '}
            </>
          )}
          <ForeignText text={typeof value === 'string' ? value : JSON.stringify(value)} lines />
        </p>
      ))}
    </>
  )
}
