import type { Dir, Dirent } from 'node:fs'
import { lstat, opendir, stat } from 'node:fs/promises'
import { fileFailure, type Failure } from '../failure'
import { forSystem, inFolder, shownPath, type FilePath } from './file-path'

export type Walked = { file: FilePath } | { folder: string; failure: Failure }

/** One open folder a level: deeper, and the system runs out of handles. */
const MOST_LEVELS = 100

/**
 * Every file below a folder, in the order of the file system, without ever holding a list of them.
 * Links to files are read; links to folders are not followed, so that a circle of links ends. Pipes,
 * sockets and devices hold no badge, and reading them could wait for ever: they are left out.
 */
export async function* walkFolder(root: FilePath): AsyncGenerator<Walked> {
  const open: { path: FilePath; dir: Dir }[] = []
  const enter = async (path: FilePath): Promise<Walked | undefined> => {
    if (open.length >= MOST_LEVELS) return tooDeep(shownPath(path))
    try {
      open.push({ path, dir: await opendir(forSystem(path), NAMES_AS_BYTES) })
    } catch (error) {
      return unreadable(path, error)
    }
    return undefined
  }
  try {
    const refused = await enter(root)
    if (refused) yield refused
    for (let here = open.at(-1); here; here = open.at(-1)) {
      const { path, dir } = here
      let entry: Dirent | null
      try {
        entry = await dir.read()
      } catch (error) {
        entry = null
        yield unreadable(path, error)
      }
      if (entry === null) {
        open.pop()
        await dir.close()
        continue
      }
      const inside = inFolder(path, entry.name as unknown as Uint8Array)
      const kind = await kindOf(inside, entry)
      if (kind === 'file') yield { file: inside }
      else if (kind === 'folder') {
        const closed = await enter(inside)
        if (closed) yield closed
      }
    }
  } finally {
    await Promise.all(open.map(({ dir }) => dir.close()))
  }
}

/** What Node does is not in its types. */
const NAMES_AS_BYTES = { encoding: 'buffer' as BufferEncoding }

async function kindOf(path: FilePath, entry: Dirent): Promise<'file' | 'folder' | 'other'> {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return linkedKind(path)
  if (entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice())
    return 'other'
  // Some file systems do not say what an entry is.
  const status = await lstat(forSystem(path)).catch(() => undefined)
  if (status?.isSymbolicLink()) return linkedKind(path)
  if (status?.isDirectory()) return 'folder'
  return status === undefined || status.isFile() ? 'file' : 'other'
}

/** A link that leads nowhere counts as a file: reading it says so. */
async function linkedKind(path: FilePath): Promise<'file' | 'other'> {
  const status = await stat(forSystem(path)).catch(() => undefined)
  return status === undefined || status.isFile() ? 'file' : 'other'
}

function unreadable(path: FilePath, error: unknown): Walked {
  const folder = shownPath(path)
  const { message } = fileFailure(folder, error)
  return { folder, failure: { code: 'folder-not-readable', message } }
}

function tooDeep(folder: string): Walked {
  const message = `${folder} lies more than ${MOST_LEVELS} folders deep and was not searched. Name it by itself.`
  return { folder, failure: { code: 'folder-too-deep', message } }
}
