import { useEffect } from 'preact/hooks'
import { Logo } from '../../ui/logo'
import { useWording } from '../../ui/wording-context'
import { EscoOffline } from './esco-offline'
import { EuLists } from './eu-lists'
import { OwnBadges } from './own-badges'
import { Sites } from './sites'
import { TrustedLists } from './trusted-lists'
import '../../ui/buttons.css'
import './options.css'

/** What the user sets once and for all. */
export function Options() {
  const { text } = useWording()
  // The section in the address exists only now.
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.focus()
  }, [])
  return (
    <main class="options">
      <header class="options-head">
        <Logo />
        <h1>{text('optionsTitle')}</h1>
      </header>
      <Sites />
      <TrustedLists />
      <EuLists />
      <EscoOffline />
      <OwnBadges />
    </main>
  )
}
