import { createContext, type ComponentChildren } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'

const Still = createContext(false)

/** Shows everything below it as it is on paper or in a saved file, where nothing can be clicked open. */
export function StillView({ children }: { children: ComponentChildren }) {
  return <Still.Provider value={true}>{children}</Still.Provider>
}

/** Everything below is still for as long as the page is being printed. */
export function StillInPrint({ children }: { children: ComponentChildren }) {
  const isPrinting = usePrinting()
  return <Still.Provider value={isPrinting}>{children}</Still.Provider>
}

/** True on paper and in a saved file: what waits behind a button has to be shown at once. */
export function useStill(): boolean {
  return useContext(Still)
}

/**
 * `beforeprint` comes while there is still time to draw; the media query changes too where only the look
 * of paper is asked for.
 */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const watching = new AbortController()
    const { signal } = watching
    const paper = matchMedia('print')
    const set = (to: boolean) => () => {
      setPrinting(to)
    }
    addEventListener('beforeprint', set(true), { signal })
    addEventListener('afterprint', set(false), { signal })
    paper.addEventListener(
      'change',
      ({ matches }) => {
        setPrinting(matches)
      },
      { signal },
    )
    setPrinting(paper.matches)
    return () => {
      watching.abort()
    }
  }, [])
  return isPrinting
}
