import type { PageState } from '../../platform/messages'
import { Logo } from '../../ui/logo'
import { ConsentMenu } from './consent-menu'
import './header.css'

export function Header({ page, onChange }: { page: PageState | undefined; onChange: () => void }) {
  return (
    <header class="header">
      <Logo />
      <b class="header-name">Touchstone</b>
      {page !== undefined && page.host !== '' && (
        <>
          <bdi class="header-host" title={page.host}>
            {page.host}
          </bdi>
          <ConsentMenu page={page} onChange={onChange} />
        </>
      )}
    </header>
  )
}
