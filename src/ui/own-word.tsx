import type { OwnFinding } from '../platform/own-identity-shapes'
import { useWording } from './wording-context'
import { ownName } from './wording'
import './own-word.css'

/** "Yours", beside a badge that is. It is no verdict, and looks like none. */
export function OwnWord({ own }: { own: OwnFinding | undefined }) {
  const s = useWording()
  if (own?.is !== 'yours') return null
  const name = own.by && s.text('ownIssuedTo', ownName(own.by, s))
  return (
    <span class="own-word" data-own="yours" title={name}>
      {s.text('ownYours')}
      {name !== undefined && <span class="visually-hidden">: {name}</span>}
    </span>
  )
}
