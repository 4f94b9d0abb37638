import type { Runtime } from '../platform/browser'
import { translate } from '../platform/i18n'
import type { Mark, ToPage } from '../platform/port-messages'
import { MARK_DRAWING } from './mark-drawing'

interface Line {
  frameId: number
  port: Runtime.Port
  /** What was drawn last, by key, as JSON; '' where only an earlier line knew. */
  drawn: Map<string, string>
  /** Its script knows how marks are drawn. */
  canDraw: boolean
  /** Its script was told that the site is off. */
  resting?: boolean
}

/** A line as its listener holds it. */
export interface OpenLine {
  /** The page shows these, maybe under marks that came over an earlier line. */
  mayBeMarked(keys: string[]): void
  close(): void
}

/** The lines to the content scripts, by tab; one a frame. */
export class PagePorts {
  readonly #lines = new Map<number, Set<Line>>()

  add(tabId: number, frameId: number, port: Runtime.Port): OpenLine {
    const lines = this.#lines.get(tabId) ?? new Set()
    this.#lines.set(tabId, lines)
    const line = { frameId, port, drawn: new Map<string, string>(), canDraw: false }
    lines.add(line)
    return {
      mayBeMarked: (keys) => {
        for (const key of keys) if (!line.drawn.has(key)) line.drawn.set(key, '')
      },
      close: () => {
        lines.delete(line)
        if (lines.size === 0) this.#lines.delete(tabId)
      },
    }
  }

  /** Whether a line to this frame is open. */
  hasFrame(tabId: number, frameId: number): boolean {
    return this.#of(tabId).some((line) => line.frameId === frameId)
  }

  hasAnyFrame(tabId: number): boolean {
    return this.#of(tabId).length > 0
  }

  /** Brings the marks of a tab up to date: says only what differs from what was said. */
  draw(tabId: number, marks: Map<number, Map<string, Mark>>): void {
    for (const line of this.#of(tabId)) {
      // A script at rest hears nothing of marks, and says everything anew when it wakes.
      if (line.resting === true) continue
      const wanted = marks.get(line.frameId) ?? new Map<string, Mark>()
      const changes: { key: string; mark: Mark | null }[] = []
      for (const key of line.drawn.keys()) {
        if (wanted.has(key)) continue
        line.drawn.delete(key)
        changes.push({ key, mark: null })
      }
      for (const [key, mark] of wanted) {
        const json = JSON.stringify(mark)
        if (line.drawn.get(key) === json) continue
        line.drawn.set(key, json)
        changes.push({ key, mark })
      }
      if (changes.length === 0) continue
      const drawing = line.canDraw ? {} : { drawing: MARK_DRAWING }
      line.canDraw = true
      post(line, {
        type: 'marks',
        language: translate('languageTag'),
        ...drawing,
        marks: changes,
      })
    }
  }

  /** Sends the scripts of a tab to rest; they take their marks away themselves. */
  rest(tabId: number): void {
    for (const line of this.#of(tabId)) {
      if (line.resting === true) continue
      line.resting = true
      post(line, { type: 'rest' })
    }
  }

  wake(tabId: number): void {
    for (const line of this.#of(tabId)) {
      if (line.resting !== true) continue
      line.resting = false
      line.drawn.clear()
      line.canDraw = false
      post(line, { type: 'wake' })
    }
  }

  locate(tabId: number, frameId: number, key: string): void {
    for (const line of this.#of(tabId)) {
      if (line.frameId === frameId) post(line, { type: 'locate', key })
    }
  }

  #of(tabId: number): Line[] {
    return [...(this.#lines.get(tabId) ?? [])]
  }
}

function post({ port }: Line, message: ToPage): void {
  try {
    port.postMessage(message)
  } catch {
    // The frame went in the meantime; its line is about to close.
  }
}
