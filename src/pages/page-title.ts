import { useEffect } from 'preact/hooks'
import { useWording } from '../ui/wording-context'
import type { MessageKey } from '../ui/wording'

/** What a page of ours is called among the other tabs, in the language that it speaks. */
export function usePageTitle(name: MessageKey): void {
  const title = `${useWording().text(name)} – Touchstone`
  useEffect(() => {
    document.title = title
  }, [title])
}
