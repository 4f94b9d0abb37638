import type { SitesState } from '../../platform/consent-shapes'
import { useWording } from '../../ui/wording-context'
import { useAsked, type Asked } from '../asked'
import { NotHere } from '../not-here'
import { AskedWhen } from './asked-when'
import { ConsentChoice } from './consent-choice'

/** What is so by now, and what follows from it. */
export function WhoIsAsked() {
  const { text } = useWording()
  const asked = useAsked('consent', { host: '' }, { on: ['sites-changed'] })
  const sites = useAsked('sites', {}, { on: ['sites-changed'] })
  return (
    <>
      <h1 tabIndex={-1}>{text('askedTitle')}</h1>
      <p class="secondary">{text('askedWhy')}</p>
      {asked.is === 'here' ? <ConsentChoice consent={asked.answer} /> : <NotHere asked={asked} />}
      {asked.is !== 'here' && <AskedWhen choice={undefined} />}
      {mayHaveNamed(sites) && <p class="small secondary">{text('askedNamed')}</p>}
    </>
  )
}

/** Sites that the user or the organisation has named, whose own choice outweighs this one. */
function mayHaveNamed(asked: Asked<SitesState>): boolean {
  if (asked.is !== 'here') return asked.is === 'silent'
  const { sites, organisation } = asked.answer
  return sites.length > 0 || (organisation?.sites.length ?? 0) > 0
}
