import { useEffect, useState } from 'preact/hooks'
import { watchActiveTab, type ActiveTab } from '../../platform/active-tab'
import { Application } from '../application/application'
import { Footer } from '../application/footer'
import { Header } from '../application/header'
import { usePageState } from '../page-state'
import { KeptPage } from './kept-page'
import { useLastPage, useStillKept, type LastPage } from './last-page'
import { LastPageOffer } from './last-page-offer'
import './panel.css'

/** The badges of whatever tab is in front of its window, for as long as the user leaves it open. */
export function Panel({ windowId }: { windowId: number | undefined }) {
  const { tab, visit } = useActiveTab(windowId)
  const watched = usePageState(tab?.id, visit)
  const { state } = watched
  const [places, setPlaces] = useState<ReadonlyMap<number, string>>(new Map())
  const last = useLastPage(state)
  const [looking, setLooking] = useState<LastPage>()
  useEffect(() => {
    setLooking(undefined)
  }, [tab?.id])

  const hasNone = state === undefined || state.badges.length === 0
  const kept = useStillKept(looking ?? (hasNone ? last : undefined))
  // What is gone stays closed: opened again by a later answer, it would take the place of what is read by then.
  const isGone = looking !== undefined && kept === undefined
  useEffect(() => {
    if (isGone) setLooking(undefined)
  }, [isGone])

  const footer = <Footer page={state} />
  if (looking && kept) {
    const back = (): void => {
      setLooking(undefined)
    }
    return (
      <>
        <Header page={undefined} />
        <main>
          <KeptPage last={kept} onBack={back} />
        </main>
        {footer}
      </>
    )
  }
  return (
    <Application
      tabId={tab?.id}
      watched={watched}
      opened={tab && places.get(tab.id)}
      onOpen={(id) => {
        if (tab) setPlaces(withPlace(places, tab.id, id))
      }}
      after={
        hasNone && kept ? (
          <LastPageOffer
            last={kept}
            onLook={() => {
              setLooking(last)
            }}
          />
        ) : undefined
      }
      footer={footer}
      inPanel
    />
  )
}

/** What is open of each tab: badges never share an id within one, whatever pages it goes through. */
function withPlace(
  places: ReadonlyMap<number, string>,
  tabId: number,
  id: string | undefined,
): ReadonlyMap<number, string> {
  const changed = new Map(places)
  if (id === undefined) changed.delete(tabId)
  else changed.set(tabId, id)
  return changed
}

/** `visit` counts what was heard of it: a tab that went on is another page. */
function useActiveTab(windowId: number | undefined): { tab?: ActiveTab; visit: number } {
  const [heard, setHeard] = useState<{ tab?: ActiveTab; visit: number }>({ visit: 0 })
  useEffect(() => {
    if (windowId === undefined) return
    const watching = new AbortController()
    const tell = (tab: ActiveTab | undefined): void => {
      setHeard(({ visit }) => ({ visit: visit + 1, ...(tab && { tab }) }))
    }
    watchActiveTab(windowId, tell, watching.signal)
    return () => {
      watching.abort()
    }
  }, [windowId])
  return heard
}
