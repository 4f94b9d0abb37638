import { useRef, useState } from 'preact/hooks'
import { ask } from '../ask'
import { MOST_BYTES, readFile } from './read-file'
import { asParts, isOfLines, splitLines, type Part, type Parts } from './split-text'
import { textsOfReport } from './texts-of-report'

/** What became of something that was given, where not all is well. */
export type FilesProblem =
  | { is: 'too-large' | 'unreadable'; name: string }
  | { is: 'bad-lines'; name: string; lines: number[] }
  | { is: 'too-many-lines'; name: string; left: number }
  | { is: 'no-room' | 'silent' }

export interface Files {
  /** One for each thing that met one, of all that was given since nothing was being read. */
  problems: FilesProblem[]
  /** How far the reading is, while files are on their way to the worker. */
  reading: { done: number; total: number } | undefined
  give: (files: readonly File[]) => void
  /** Texts that the user pasted or dropped. */
  giveTexts: (given: Parts, name: string) => void
}

/** What is given while something is read waits for that, so that no problem takes another's place. */
interface Work {
  last: Promise<void>
  waiting: number
  met: FilesProblem[]
}

/** One message a file: together they could be more than a message holds. */
export function useFiles(tabId: number | undefined): Files {
  const [problems, setProblems] = useState<FilesProblem[]>([])
  const [reading, setReading] = useState<Files['reading']>()
  const { current: work } = useRef<Work>({ last: Promise.resolve(), waiting: 0, met: [] })

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

  const readAll = async (given: readonly File[]): Promise<FilesProblem[]> => {
    setReading({ done: 0, total: given.length })
    const { files, problems } = await withLines(given)
    for (const [done, file] of files.entries()) {
      setReading({ done, total: files.length })
      const problem = await giveOne(file)
      if (problem) problems.push(problem)
      // There is none for the others either.
      if (problem?.is === 'no-room') break
    }
    return problems
  }

  const giveAll = (given: readonly File[], before: FilesProblem[] = []): void => {
    if (work.waiting === 0) {
      work.met = []
      setProblems([])
    }
    work.waiting++
    work.last = work.last.then(async () => {
      work.met.push(...before, ...(await readAll(given)))
      work.waiting--
      if (work.waiting > 0) return
      setProblems(withoutRepetitions(work.met))
      setReading(undefined)
    })
  }
  return {
    problems,
    reading,
    give: (files) => {
      giveAll(files)
    },
    giveTexts: (given, name) => {
      giveAll(given.parts.map(fileOf), problemsOf(given, name))
    },
  }
}

/** Each line of a file of lines, and each credential of a saved report, as a file of its own. */
async function withLines(
  given: readonly File[],
): Promise<{ files: File[]; problems: FilesProblem[] }> {
  const files: File[] = []
  const problems: FilesProblem[] = []
  for (const file of given) {
    if (!MAY_BE_SPLIT.test(file.name) || file.size > MOST_BYTES) {
      files.push(file)
      continue
    }
    const text = await file.text().catch(() => undefined)
    if (text === undefined) {
      problems.push({ is: 'unreadable', name: file.name })
      continue
    }
    const split = splitFile(text, file.name)
    if (split === undefined) {
      files.push(file)
      continue
    }
    files.push(...split.parts.map(fileOf))
    problems.push(...problemsOf(split, file.name))
  }
  return { files, problems }
}

/** By the end of its name. */
const MAY_BE_SPLIT = /\.(json|jsonl|ndjson)$/i

function splitFile(text: string, name: string): Parts | undefined {
  if (isOfLines(name)) return splitLines(text, name)
  const texts = textsOfReport(text, name)
  return texts && asParts(texts)
}

function problemsOf({ badLines, left }: Parts, name: string): FilesProblem[] {
  return [
    ...(badLines.length > 0 ? [{ is: 'bad-lines' as const, name, lines: badLines }] : []),
    ...(left > 0 ? [{ is: 'too-many-lines' as const, name, left }] : []),
  ]
}

function fileOf({ name, text }: Part): File {
  return new File([text], name)
}

/** "There is no room" is said once, for however many. */
function withoutRepetitions(problems: FilesProblem[]): FilesProblem[] {
  const said = new Set<string>()
  return problems.filter((problem) => {
    const key = JSON.stringify(problem)
    if (said.has(key)) return false
    said.add(key)
    return true
  })
}
