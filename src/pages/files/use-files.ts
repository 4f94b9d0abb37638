import { useState } from 'preact/hooks'
import { ask } from '../ask'
import { MOST_BYTES, readFile } from './read-file'

/** What became of the files that were given last, where not all is well. */
export type FilesProblem =
  { is: 'too-large' | 'unreadable'; name: string } | { is: 'no-room' | 'silent' }

export interface Files {
  problem: FilesProblem | undefined
  /** Files are on their way to the worker. */
  busy: boolean
  give: (files: readonly File[]) => void
}

/** One message a file: together they could be more than a message holds. */
export function useFiles(tabId: number | undefined): Files {
  const [problem, setProblem] = useState<FilesProblem>()
  const [busy, setBusy] = useState(false)

  const giveOne = async (file: File): Promise<FilesProblem | undefined> => {
    if (tabId === undefined) return { is: 'silent' }
    if (file.size > MOST_BYTES) return { is: 'too-large', name: file.name }
    const read = await readFile(file).catch(() => undefined)
    if (read === undefined) return { is: 'unreadable', name: file.name }
    try {
      const left = await ask('give-files', { tabId, files: [read] })
      return left > 0 ? { is: 'no-room' } : undefined
    } catch {
      return { is: 'silent' }
    }
  }

  const giveAll = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    for (const file of files) {
      const met = await giveOne(file)
      if (met) setProblem(met)
    }
    setBusy(false)
  }
  return { problem, busy, give: (files) => void giveAll(files) }
}
