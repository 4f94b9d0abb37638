/** What ours is compared with: extensions that are written here, for the comparison alone. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Nothing: what any extension with a content script costs. */
const EMPTY = 'void 0'

/**
 * Goes through everything each second and asks for the place and the style of each image, as extensions do
 * that make pages slow.
 */
const RESCANNING = `
  const known = new Map()
  const scan = () => {
    for (const element of document.querySelectorAll('*')) {
      if (!(element instanceof HTMLImageElement)) continue
      const { x, y, width, height } = element.getBoundingClientRect()
      const { display, visibility, opacity } = getComputedStyle(element)
      known.set(element, [x, y, width, height, display, visibility, opacity])
    }
  }
  scan()
  setInterval(scan, 1000)`

export const RIVALS = { empty: EMPTY, rescanning: RESCANNING }

/** Writes the extension to a folder of its own. @returns the folder */
export function writeRival(name: keyof typeof RIVALS, parent: string): string {
  const folder = join(parent, name)
  mkdirSync(folder, { recursive: true })
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    content_scripts: [
      {
        matches: ['https://*/*', 'http://*/*'],
        js: ['content.js'],
        run_at: 'document_idle',
        all_frames: true,
      },
    ],
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'content.js'), `(() => {${RIVALS[name]}\n})()`)
  return folder
}
