import { useWording } from '../../ui/wording-context'
import { useAsked } from '../asked'
import { NotHere } from '../not-here'
import { AskedWhen } from './asked-when'
import { ConsentChoice } from './consent-choice'

/** What is so by now, and what follows from it. */
export function WhoIsAsked() {
  const { text } = useWording()
  const asked = useAsked('consent', { host: '' }, { on: ['sites-changed'] })
  return (
    <>
      <h1 tabIndex={-1}>{text('askedTitle')}</h1>
      <p class="secondary">{text('askedWhy')}</p>
      {asked.is === 'here' ? <ConsentChoice consent={asked.answer} /> : <NotHere asked={asked} />}
      {asked.is !== 'here' && <AskedWhen choice={undefined} />}
    </>
  )
}
