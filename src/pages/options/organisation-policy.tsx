import type { OrganisationList, SitesState } from '../../platform/consent-shapes'
import { SafeLink } from '../../ui/safe-link'
import { useWording } from '../../ui/wording-context'
import {
  listProblemSentence,
  modeName,
  policyProblemSentence,
  reasonSentence,
  type Sentences,
} from '../../ui/wording'

/** What whoever manages this browser has set, and what of it could not be read. */
export function OrganisationPolicy({ policy }: { policy: SitesState['organisation'] }) {
  const s = useWording()
  if (policy === undefined) return null
  const { sites, defaultMode, usersMayChange, lists, problems } = policy
  return (
    <div class="options-list organisation">
      <h3>{s.text('organisationTitle')}</h3>
      <p class="small secondary">
        {`${s.text('organisationWhat')} ${s.text(usersMayChange ? 'organisationMayChange' : 'organisationMayNotChange')}`}
      </p>
      {(sites.length > 0 || defaultMode !== undefined) && (
        <ul class="organisation-items">
          {sites.map(({ site, mode }) => (
            <li key={site}>
              <bdi dir="ltr">{site}</bdi>: {modeName(mode, s)}
            </li>
          ))}
          {defaultMode !== undefined && (
            <li>{s.text('organisationDefault', modeName(defaultMode, s))}</li>
          )}
        </ul>
      )}
      {lists.length > 0 && (
        <>
          <h4>{s.text('organisationLists')}</h4>
          <ul class="organisation-items">
            {lists.map((list) => (
              <li key={list.url}>
                <SafeLink url={list.url} />: {stateOf(list, s)}
              </li>
            ))}
          </ul>
        </>
      )}
      {problems.length > 0 && (
        <>
          <h4>{s.text('organisationProblems')}</h4>
          <ul class="organisation-items">
            {problems.map((problem, index) => (
              <li key={index}>{policyProblemSentence(problem, s)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function stateOf({ missing }: OrganisationList, s: Sentences): string {
  switch (missing?.is) {
    case undefined:
      return s.text('organisationListRead')
    case 'not-yet':
      return s.text('organisationListWaiting')
    case 'no-list':
      return s.text('organisationListIsNone')
    case 'unreadable':
      return listProblemSentence(missing.problem, s)
    case 'not-obtained':
      return reasonSentence(missing.reason, s.translate, s.locale)
  }
}
