import { useEffect, useState } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'
import './contents.css'

export interface ContentsEntry {
  /** Of the section's heading. */
  id: string
  title: MessageKey
}

/** What the page holds, beside it where there is room, and which of it is in view. */
export function Contents({ entries }: { entries: readonly ContentsEntry[] }) {
  const { text } = useWording()
  const current = useSectionInView(entries)
  return (
    <nav class="contents" aria-label={text('optionsContents')}>
      <ul>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {text(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The section that the upper part of the window shows; the first one at the start. */
function useSectionInView(entries: readonly ContentsEntry[]): string | undefined {
  const [current, setCurrent] = useState(entries[0]?.id)
  useEffect(() => {
    const seen = new Set<string>()
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          const id = target.getAttribute('aria-labelledby') ?? ''
          if (isIntersecting) seen.add(id)
          else seen.delete(id)
        }
        const first = entries.find(({ id }) => seen.has(id))
        if (first) setCurrent(first.id)
      },
      // A line at a quarter of the height: the section that it crosses is what is being read.
      { rootMargin: '-25% 0px -74% 0px' },
    )
    for (const { id } of entries) {
      const section = document.getElementById(id)?.closest('section')
      if (section) observer.observe(section)
    }
    return () => {
      observer.disconnect()
    }
  }, [entries])
  return current
}
