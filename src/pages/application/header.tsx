import type { PageState } from '../../platform/messages'
import { Logo } from '../../ui/logo'
import './header.css'

export function Header({ page }: { page: PageState | undefined }) {
  return (
    <header class="header">
      <Logo />
      <b class="header-name">Touchstone</b>
      {page !== undefined && page.host !== '' && (
        <bdi class="header-host" title={page.host}>
          {page.host}
        </bdi>
      )}
    </header>
  )
}
