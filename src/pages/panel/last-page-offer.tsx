import { useWording } from '../../ui/wording-context'
import { pageSummary } from '../../ui/wording'
import type { LastPage } from './last-page'
import '../../ui/buttons.css'

interface LastPageOfferProps {
  last: LastPage
  onLook: () => void
}

/** Where the page in front has no badges: the way back to those that were seen before. */
export function LastPageOffer({ last, onLook }: LastPageOfferProps) {
  const s = useWording()
  const { host, badges } = last.page
  const { title } = pageSummary(badges, s.translate, s.locale)
  return (
    <section class="last-page">
      <p>{s.text('panelLast', host, { composed: title })}</p>
      <button type="button" class="button" onClick={onLook}>
        {s.text('panelLook')}
      </button>
    </section>
  )
}
