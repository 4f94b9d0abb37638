import { useEffect } from 'preact/hooks'
import { Logo } from '../../ui/logo'
import { useWording } from '../../ui/wording-context'
import { usePageTitle } from '../page-title'
import { Contents, type ContentsEntry } from './contents'
import { Diagnostics } from './diagnostics'
import { EscoOffline } from './esco-offline'
import { EuLists } from './eu-lists'
import { HistorySection } from './history'
import { KeptHere } from './kept-here'
import { LanguageAndAppearance } from './language-and-appearance'
import { NetworkLimits } from './network-limits'
import { OwnBadges } from './own-badges'
import { Sites } from './sites'
import { TrustedLists } from './trusted-lists'
import { useKept } from './use-kept'
import '../../ui/buttons.css'
import './options.css'
import './rows.css'

const CONTENTS: readonly ContentsEntry[] = [
  { id: 'language', title: 'languageTitle' },
  { id: 'sites', title: 'sitesTitle' },
  { id: 'trusted-lists', title: 'listsTitle' },
  { id: 'eu-lists', title: 'euListsTitle' },
  { id: 'esco-offline', title: 'escoOfflineTitle' },
  { id: 'own-badges', title: 'ownTitle' },
  { id: 'history', title: 'historyTitle' },
  { id: 'kept', title: 'keptTitle' },
  { id: 'limits', title: 'limitsTitle' },
  { id: 'diagnostics', title: 'diagnosticsTitle' },
]

/** What the user sets once and for all. */
export function Options() {
  const { text } = useWording()
  usePageTitle('optionsLink')
  const kept = useKept()
  // The section in the address exists only now.
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.focus()
  }, [])
  return (
    <div class="options-frame">
      <header class="options-head">
        <Logo />
        <h1>{text('optionsTitle')}</h1>
      </header>
      <Contents entries={CONTENTS} />
      <main class="options">
        <LanguageAndAppearance />
        <Sites />
        <TrustedLists />
        <EuLists />
        <EscoOffline />
        <OwnBadges />
        <HistorySection />
        <KeptHere {...kept} />
        <NetworkLimits />
        <Diagnostics kept={kept.state} />
      </main>
    </div>
  )
}
