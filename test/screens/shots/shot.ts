import type { Page } from 'playwright-core'
import { LOOKS, type Look, type LookName } from './looks'

/** One picture: a page in a state, as one reader sees it. */
export interface Shot {
  /** Name of the file, without its ending. */
  name: string
  /** Folder of `src/pages`. */
  page: string
  /** A key of `SCENES`: what the worker answers. */
  scene: string
  /** Viewport in CSS pixels; the picture shows all of the page, however long. */
  width: number
  height: number
  /** Absent: as most people see it. */
  look?: LookName
  /** More of the page's address, such as `&tab=1`. */
  query?: string
  /** What is done before the picture is taken. Throws where the page does not answer as it should. */
  act?: (page: Page) => Promise<unknown>
}

/** The shot in these looks, and plain. Each is named after its look. */
export function seenIn(looks: readonly LookName[], shot: Shot): Shot[] {
  return [shot, ...looks.map((look) => ({ ...shot, look, name: `${shot.name}-${look}` }))]
}

/** The address, viewport and settings of a shot, with what its look changes. */
export function seen(shot: Shot) {
  const look: Look = shot.look === undefined ? {} : LOOKS[shot.look]
  const { width, height } = look.size?.(shot) ?? shot
  const query = `scene=${shot.scene}${look.query ?? ''}${shot.query ?? ''}`
  return { look, width, height, path: `/src/pages/${shot.page}/index.html?${query}` }
}
