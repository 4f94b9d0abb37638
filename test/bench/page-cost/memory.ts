/**
 * What script holds in a page after ten minutes of motion. The moves of ten minutes are made one after the
 * other without the pauses between them (see `motionScript`), in a minute or less: what timers of ours would
 * do in the rest of the time is not in it.
 */
import { MOVING, nameOf } from './cases'
import { measureHeap } from './measure'
import { MOVES_PER_SECOND } from './motions'
import { addressOf } from './pages'
import { EXTENSIONS, type Stage } from './stage'

const SECONDS = 600

export async function printMemory(stage: Stage): Promise<void> {
  console.log(
    '\nScript’s memory in a page: all of it with the empty extension, and what others have more\n',
  )
  const rows: object[] = []
  for (const shape of MOVING) {
    const all = SECONDS * MOVES_PER_SECOND[shape.motion ?? 'chat']
    let empty: number[] = []
    for (const extension of EXTENSIONS) {
      const browser = await stage.browser(extension)
      const sizes = await measureHeap(browser, addressOf(shape), { first: all / 10, all })
      if (extension === 'empty') empty = sizes
      const more = sizes.map((size, at) =>
        inKb(extension === 'empty' ? size : size - (empty[at] ?? 0)),
      )
      const [before, minute, ten] = more
      rows.push({
        page: nameOf(shape),
        extension,
        'at first': before,
        '1 min': minute,
        '10 min': ten,
      })
    }
  }
  console.table(rows)
}

function inKb(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
