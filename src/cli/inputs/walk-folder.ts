import type { Dir, Dirent } from 'node:fs'
import { lstat, opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileFailure, type Failure } from '../failure'

export type Walked = { file: string } | { folder: string; failure: Failure }

/** One open folder a level: deeper, and the system runs out of handles. */
const MOST_LEVELS = 100

/**
 * Every file below a folder, in the order of the file system, without ever holding a list of them.
 * Links to files are read; links to folders are not followed, so that a circle of links ends. Pipes,
 * sockets and devices hold no badge, and reading them could wait for ever: they are left out.
 */
export async function* walkFolder(root: string): AsyncGenerator<Walked> {
  const open: { path: string; dir: Dir }[] = []
  const enter = async (path: string): Promise<Walked | undefined> => {
    if (open.length >= MOST_LEVELS) return { folder: path, failure: tooDeep(path) }
    try {
      open.push({ path, dir: await opendir(path) })
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
      const inside = join(path, entry.name)
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

async function kindOf(path: string, entry: Dirent): Promise<'file' | 'folder' | 'other'> {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return linkedKind(path)
  if (entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice())
    return 'other'
  // Some file systems do not say what an entry is.
  const status = await lstat(path).catch(() => undefined)
  if (status?.isSymbolicLink()) return linkedKind(path)
  if (status?.isDirectory()) return 'folder'
  return status === undefined || status.isFile() ? 'file' : 'other'
}

/** A link that leads nowhere counts as a file: reading it says so. */
async function linkedKind(path: string): Promise<'file' | 'other'> {
  const status = await stat(path).catch(() => undefined)
  return status === undefined || status.isFile() ? 'file' : 'other'
}

function unreadable(folder: string, error: unknown): Walked {
  const { message } = fileFailure(folder, error)
  return { folder, failure: { code: 'folder-not-readable', message } }
}

function tooDeep(path: string): Failure {
  return {
    code: 'folder-too-deep',
    message: `${path} lies more than ${MOST_LEVELS} folders deep and was not searched. Name it by itself.`,
  }
}
