import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { LIMITS } from '../verifier/http/limits'
import { fileFailure, type Failure } from './failure'
import { forSystem, shownPath, type FilePath } from './inputs/file-path'

/** One byte more than the verifier takes: enough for it to say that the file is too large. */
const MOST_BYTES = LIMITS.imageBytes + 1

/**
 * The bytes of a file, at most `most`: one more than a badge may have. A pipe or device is told by its kind
 * and not read: opening does not wait for a writer (`O_NONBLOCK`), and what was opened is what is asked.
 */
export async function readBadgeFile(
  path: FilePath,
  most = MOST_BYTES,
): Promise<{ bytes: Uint8Array } | { failure: Failure }> {
  let handle: FileHandle | undefined
  try {
    // Windows knows no such flag, and no such files.
    handle = await open(
      forSystem(path),
      constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0),
    )
    const status = await handle.stat()
    if (!status.isFile()) return { failure: notAFile(shownPath(path)) }
    return { bytes: await readAtMost(handle, Math.min(status.size + 1, most), most) }
  } catch (error) {
    // A socket cannot be opened at all.
    const { code } = error as NodeJS.ErrnoException
    return {
      failure: code === 'ENXIO' ? notAFile(shownPath(path)) : fileFailure(shownPath(path), error),
    }
  } finally {
    await handle?.close()
  }
}

/** Files under `/proc` say that they are empty: what counts is what is read. */
async function readAtMost(handle: FileHandle, expected: number, most: number): Promise<Uint8Array> {
  let bytes = Buffer.alloc(Math.max(expected, 4096))
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null)
    length += bytesRead
    if (bytesRead === 0 || length >= most) return bytes.subarray(0, length)
    if (length === bytes.length) {
      const larger = Buffer.alloc(Math.min(2 * bytes.length, most))
      larger.set(bytes)
      bytes = larger
    }
  }
}

function notAFile(path: string): Failure {
  return {
    code: 'not-a-file',
    message: `${path} is neither a file nor a folder. Write its content to a file first.`,
  }
}
