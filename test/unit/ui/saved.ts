/**
 * The files that were saved, in order, in the place of a browser that saves them:
 * `vi.mock('…/src/ui/save-file', async () => (await import('../saved')).asSaveFile)`.
 */
export const saved: Blob[] = []

export const asSaveFile = {
  saveFile: (file: Blob): void => {
    saved.push(file)
  },
}
