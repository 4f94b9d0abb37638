/** The download has begun by then, in both browsers. */
const REVOKE_AFTER_MS = 10_000

/** Saves a file on the machine of who clicked; call it from the click. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, REVOKE_AFTER_MS)
}
