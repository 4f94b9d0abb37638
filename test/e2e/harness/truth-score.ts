/** What was seen of a page, next to the truth about it. */
import { isNotYet, STRAY } from '../../page-kinds/not-yet'
import {
  finalTruth,
  type KindPage,
  type Look,
  type PageKind,
  type TruthRow,
} from '../../page-kinds/page-kind'
import type { PopupRow } from './popup'
import type { MarksByRow } from './truth-marks'

export type Moment = 'before' | 'after'

/** Figures of one moment; each problem is a sentence. */
export interface Score {
  /** Elements that should have a mark. */
  expected: number
  found: number
  missed: string[]
  wrong: string[]
  /** Of the problems, those that are in no list of what is known. */
  unknown: string[]
  /** Rows of that list that are met by now. */
  met: string[]
}

export interface Scene {
  kind: PageKind
  page: KindPage
}

export function expectedLook(row: TruthRow, moment: Moment): Look {
  if (moment === 'before') return row.markBeforeConsent
  if (!row.inPopup) return 'none'
  return row.markAfterVerify ?? row.afterVerify?.verdict ?? 'none'
}

export function scoreMarks(
  scene: Scene,
  rows: TruthRow[],
  { looks, strays }: MarksByRow,
  moment: Moment,
): Score {
  const score: Score = { expected: 0, found: 0, missed: [], wrong: [], unknown: [], met: [] }
  for (const row of rows) {
    const look = expectedLook(row, moment)
    const seen = looks.get(row) ?? []
    if (look !== 'none') score.expected++
    const problem = problemOf(look, seen)
    const known = isNotYet(scene.kind, scene.page, row)
    const said = `${scene.kind.id} ${row.selector} (${row.what}): ${problem ?? 'as it should be'}`
    if (problem === undefined) {
      if (look !== 'none') score.found++
      if (known) score.met.push(said)
      continue
    }
    if (seen.length === 0) score.missed.push(said)
    else score.wrong.push(said)
    if (!known) score.unknown.push(said)
  }
  for (const stray of strays) {
    const said = `${scene.kind.id}: a mark where nothing is: ${stray}`
    score.wrong.push(said)
    if (!isNotYet(scene.kind, scene.page, { selector: STRAY })) score.unknown.push(said)
  }
  return score
}

function problemOf(look: Look, seen: string[]): string | undefined {
  const isRight = look === 'none' ? seen.length === 0 : seen.length === 1 && seen[0] === look
  return isRight ? undefined : `expected ${look}, seen ${seen.join(' and ') || 'none'}`
}

/** What the popup's list lacks, and what it has too much, after "Verify all". */
export function problemsOfList(scene: Scene, rows: PopupRow[]): string[] {
  /** Verdicts by name: what a page shows twice is listed once. */
  const wanted = new Map<string, string>()
  for (const { inPopup, credential, afterVerify } of finalTruth(scene.page)) {
    if (inPopup && credential && afterVerify) wanted.set(credential.name, afterVerify.verdict)
  }
  const left = [...rows]
  const problems: string[] = []
  for (const [name, verdict] of wanted) {
    const at = left.findIndex((row) => row.verdict === verdict && isNamed(row, name))
    if (at >= 0) left.splice(at, 1)
    else problems.push(`${scene.kind.id}: the list lacks "${name}" as ${verdict}`)
  }
  for (const row of left) {
    problems.push(`${scene.kind.id}: the list has "${row.name}" as ${row.verdict || row.state}`)
  }
  return problems
}

/** What is revoked or gone may not have been read as far as its name: then the page's words stand for it. */
function isNamed({ name, verdict }: PopupRow, wanted: string): boolean {
  return verdict === 'invalid' || verdict === 'unverifiable' || name === wanted
}
