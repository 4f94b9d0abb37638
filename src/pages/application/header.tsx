import type { PageState } from '../../platform/messages'
import { Logo } from '../../ui/logo'
import { useWording } from '../../ui/wording-context'
import './header.css'

interface HeaderProps {
  page: PageState | undefined
  /** ISO 8601, where what is shown is of the past. It stands where it moves nothing when it goes. */
  asOf?: string | undefined
}

export function Header({ page, asOf }: HeaderProps) {
  const { text, moment } = useWording()
  return (
    <header class="header">
      <Logo />
      <b class="header-name">Touchstone</b>
      {asOf !== undefined && <span class="header-host">{text('asOf', moment(asOf))}</span>}
      {asOf === undefined && page !== undefined && page.host !== '' && (
        <bdi class="header-host" title={page.host}>
          {page.host}
        </bdi>
      )}
    </header>
  )
}
