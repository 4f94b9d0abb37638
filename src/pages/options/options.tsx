import { Logo } from '../../ui/logo'
import { useWording } from '../../ui/wording-context'
import { EscoOffline } from './esco-offline'
import { EuLists } from './eu-lists'
import { TrustedLists } from './trusted-lists'
import '../../ui/buttons.css'
import './options.css'

/** What the user sets once and for all. */
export function Options() {
  const { text } = useWording()
  return (
    <main class="options">
      <header class="options-head">
        <Logo />
        <h1>{text('optionsTitle')}</h1>
      </header>
      <TrustedLists />
      <EuLists />
      <EscoOffline />
    </main>
  )
}
