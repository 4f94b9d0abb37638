import { useState } from 'preact/hooks'
import type { Glance } from '../../platform/glance'
import { hasPanel, openPanel } from '../../platform/panel'
import { useWording } from '../../ui/wording-context'
import { Application } from '../application/application'
import { Footer } from '../application/footer'
import { usePageStateEarly } from '../page-state'
import type { TabInQuestion } from '../tab'

interface PopupProps {
  tab: TabInQuestion | undefined
  /** What was known last of the very page that the tab shows. */
  glance: Glance | undefined
}

/** The badges of the tab in front, until the user clicks somewhere else. */
export function Popup({ tab, glance }: PopupProps) {
  const watched = usePageStateEarly(tab?.id, glance)
  const [opened, setOpened] = useState<string>()
  return (
    <Application
      tabId={tab?.id}
      watched={watched}
      opened={opened}
      onOpen={setOpened}
      seesFocus
      footer={
        <Footer page={watched.state}>{hasPanel() && <KeepOpen windowId={tab?.windowId} />}</Footer>
      }
    />
  )
}

/** Opens the panel, and leaves the place to it. */
function KeepOpen({ windowId }: { windowId: number | undefined }) {
  const { text } = useWording()
  const [refused, setRefused] = useState(false)
  if (windowId === undefined) return null
  // The browser opens it only from within the click: nothing may be awaited before.
  const open = (): void => {
    openPanel(windowId).then(
      () => {
        close()
      },
      () => {
        setRefused(true)
      },
    )
  }
  return (
    <>
      <button type="button" class="link panel-open" title={text('panelOpenTitle')} onClick={open}>
        {text('panelOpen')}
      </button>
      {refused && <span role="alert">{text('panelRefused')}</span>}
    </>
  )
}
