import { useEffect } from 'preact/hooks'

interface Dropped {
  onFiles: (files: File[]) => void
  onText: (text: string) => void
  onOver: (over: boolean) => void
}

/**
 * What is dropped anywhere on the page, which the browser would open in its place, or pasted outside a field:
 * files, a text, or the address of a link.
 */
export function useDrop({ onFiles, onText, onOver }: Dropped): void {
  useEffect(() => {
    const ended = new AbortController()
    const { signal } = ended
    const take = (event: Event, data: DataTransfer | null): void => {
      if (data === null || isField(event.target, data)) return
      const files = [...data.files]
      const text = firstUri(data) ?? data.getData('text/plain')
      if (files.length === 0 && text.trim() === '') return
      event.preventDefault()
      if (files.length > 0) onFiles(files)
      else onText(text)
    }
    addEventListener(
      'dragover',
      (event) => {
        if (event.dataTransfer === null || isField(event.target, event.dataTransfer)) return
        event.preventDefault()
        onOver(true)
      },
      { signal },
    )
    addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) onOver(false)
      },
      { signal },
    )
    addEventListener(
      'drop',
      (event) => {
        onOver(false)
        take(event, event.dataTransfer)
      },
      { signal },
    )
    addEventListener(
      'paste',
      (event) => {
        take(event, event.clipboardData)
      },
      { signal },
    )
    return () => {
      ended.abort()
    }
  }, [onFiles, onText, onOver])
}

/** A field takes texts itself; files it does not. */
function isField(target: EventTarget | null, data: DataTransfer): boolean {
  const inField = target instanceof Element && target.closest('input, textarea') !== null
  return inField && !data.types.includes('Files')
}

/** RFC 2483, section 5: a list of addresses, one a line, with comments after `#`. */
function firstUri(data: DataTransfer): string | undefined {
  const lines = data.getData('text/uri-list').split(/\r?\n/)
  return lines.find((line) => line !== '' && !line.startsWith('#'))
}
