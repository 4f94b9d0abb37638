import type { OwnIdentity } from '../../platform/own-identity-shapes'
import { useWording } from '../../ui/wording-context'
import { ownKindName, ownName } from '../../ui/wording'

interface OwnIdentityListProps {
  identities: readonly OwnIdentity[]
  onRemove: (id: string, name: string) => void
  onRemoveAll: () => void
  onForget: () => void
}

/** What the user has entered, by what they call it: the identities themselves are not kept. */
export function OwnIdentityList(props: OwnIdentityListProps) {
  const s = useWording()
  const { identities, onRemove, onRemoveAll, onForget } = props
  if (identities.length === 0) return <p class="options-empty">{s.text('ownEmpty')}</p>
  return (
    <>
      <ul class="sites-list" aria-label={s.text('ownListLabel')}>
        {identities.map((identity) => {
          const name = ownName(identity, s)
          return (
            <li key={identity.id} data-kind={identity.kind} data-in-memory={identity.inMemory}>
              <div class="sites-row">
                <span class="own-name">
                  <bdi>{name}</bdi>
                  {identity.label !== '' && (
                    <span class="options-source">{ownKindName(identity.kind, s)}</span>
                  )}
                  <span class="options-source">
                    {s.text(identity.inMemory ? 'ownInMemory' : 'ownHashOnly')}
                  </span>
                </span>
                <button
                  type="button"
                  class="link"
                  aria-label={s.text('ownRemoveNamed', name)}
                  onClick={() => {
                    onRemove(identity.id, name)
                  }}
                >
                  {s.text('listsRemove')}
                </button>
              </div>
            </li>
          )
        })}
      </ul>
      <div class="options-actions">
        {identities.some(({ inMemory }) => inMemory) && (
          <button type="button" class="button" onClick={onForget}>
            {s.text('ownForget')}
          </button>
        )}
        <button type="button" class="button" onClick={onRemoveAll}>
          {s.text('ownRemoveAll')}
        </button>
      </div>
    </>
  )
}
