import { useCallback, useEffect, useState } from 'preact/hooks'
import { ask } from '../ask'
import { usePageState, type Watched } from '../page-state'
import { givenFile, SAMPLE_BADGES } from './sample-badges'

/**
 * What the worker knows of the sample's badges. No content script runs in pages of an extension, so they
 * are given to the worker as files are: what they say by themselves is judged, and nobody is asked.
 */
export function useSample(tabId: number | undefined): Watched {
  const watched = usePageState(tabId)
  const [refused, setRefused] = useState(false)

  const give = useCallback(() => {
    if (tabId === undefined) return
    ask('give-files', { tabId, files: SAMPLE_BADGES.map(givenFile) }).then(
      () => {
        setRefused(false)
        watched.reload()
      },
      () => {
        setRefused(true)
      },
    )
  }, [tabId])

  useEffect(give, [give])
  const again = useCallback(() => {
    setRefused(false)
    watched.again()
    give()
  }, [give, watched.again])
  return { ...watched, silent: watched.silent || refused, again }
}
