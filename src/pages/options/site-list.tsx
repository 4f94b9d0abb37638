import type { ComponentChildren } from 'preact'
import type { ConsentMode, SitesState } from '../../platform/consent-shapes'
import { ModeChoice } from '../../ui/mode-choice'
import { useWording } from '../../ui/wording-context'

interface SiteListProps {
  sites: SitesState
  /** The organisation lets nobody change a mode. */
  isFixed: boolean
  onSet: (site: string, mode: ConsentMode) => void
  onSetDefault: (mode: ConsentMode) => void
  onRemove: (site: string) => void
}

/** The user's own choices, and what holds for all other sites. */
export function SiteList({ sites, isFixed, onSet, onSetDefault, onRemove }: SiteListProps) {
  const { text } = useWording()
  return (
    <>
      {isFixed && <p class="secondary">{text('sitesFixedNote')}</p>}
      <div class="sites-default">
        <Row name={text('sitesDefault')}>
          <ModeChoice
            legend={text('modeLegendDefault')}
            mode={sites.everywhere.mode}
            disabled={isFixed}
            onChoose={onSetDefault}
          />
        </Row>
      </div>
      {sites.sites.length === 0 && !isFixed && <p class="options-empty">{text('sitesEmpty')}</p>}
      {sites.sites.length > 0 && (
        <ul class="sites-list" aria-label={text('sitesListLabel')}>
          {sites.sites.map(({ site, mode }) => (
            <li key={site} data-site={site}>
              <Row name={<bdi dir="ltr">{site}</bdi>}>
                <ModeChoice
                  legend={text('modeLegend', site)}
                  mode={mode}
                  disabled={isFixed}
                  onChoose={(chosen) => {
                    onSet(site, chosen)
                  }}
                />
                {!isFixed && (
                  <button
                    type="button"
                    class="link"
                    aria-label={text('sitesRemoveNamed', site)}
                    onClick={() => {
                      onRemove(site)
                    }}
                  >
                    {text('listsRemove')}
                  </button>
                )}
              </Row>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Row({ name, children }: { name: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="sites-row">
      <span class="sites-name">{name}</span>
      <span class="sites-actions">{children}</span>
    </div>
  )
}
