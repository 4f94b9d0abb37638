import type { GivenFile } from '../../platform/messages'

/** Bytes. No format that we read is larger. */
export const MOST_BYTES = 10_000_000

/**
 * A file as a message can carry it.
 *
 * @throws DOMException where the browser cannot read it, e.g. since it was deleted or is a folder
 */
export function readFile(file: File): Promise<GivenFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve({ name: file.name, bytes: url.slice(url.indexOf(',') + 1) })
    }
    reader.onerror = () => {
      reject(reader.error ?? new DOMException('The file cannot be read', 'NotReadableError'))
    }
    reader.readAsDataURL(file)
  })
}
