import type { Alignment, Credential } from '../credential'
import type { SourcePath } from '../descriptors/source-path'
import type { VerificationReport } from '../report'
import type { Verification } from '../verification'
import type { AlignmentResult } from './alignment-result'
import { findInEsco } from './esco'
import { ofAchievement } from './place'
import { recogniseAlignment } from './recognise-alignment'

/** More alignments than this are shown as declared, and not looked up. */
const MOST_ALIGNMENTS = 60

/**
 * The report with what its alignments come to, and so for every part of it. It comes last, when all that
 * decides the verdict has been asked for: what ESCO says or fails to say changes nothing else.
 */
export async function withAlignments(
  report: VerificationReport,
  verification: Verification,
): Promise<VerificationReport> {
  const alignments = await alignmentsOf(report, verification)
  const parts: VerificationReport[] = []
  for (const part of report.parts) parts.push(await withAlignments(part, verification))
  const version = alignments.find(({ esco }) => esco?.version !== undefined)?.esco?.version
  return {
    ...report,
    ...(alignments.length > 0 && { alignments }),
    parts,
    versions: { ...report.versions, ...(version !== undefined && { esco: version }) },
  }
}

interface Placed {
  alignment: Alignment
  at: SourcePath
}

async function alignmentsOf(
  { credential, authenticity }: VerificationReport,
  { environment, http }: Verification,
): Promise<AlignmentResult[]> {
  if (credential === undefined) return []
  // Nobody is asked about what the issuer did not write.
  const lookup = authenticity === 'fails' ? undefined : environment.esco
  const results: AlignmentResult[] = []
  // One after the other: a host is asked one thing at a time.
  for (const { alignment, at } of placed(credential).slice(0, MOST_ALIGNMENTS)) {
    const recognised = recogniseAlignment(alignment)
    const isAsked = recognised.kind === 'esco' || recognised.mayBeLabel === true
    const esco = isAsked && (await findInEsco(alignment, recognised, lookup, http))
    environment.signal?.throwIfAborted()
    // What does not call itself ESCO's is only said to be where it is found there.
    const isEsco = esco && (recognised.kind === 'esco' || esco.result === 'label-only')
    results.push({
      at,
      kind: isEsco ? 'esco' : recognised.kind,
      ...declared(alignment),
      ...(recognised.link !== undefined && { link: recognised.link }),
      ...(isEsco && { esco }),
    })
  }
  return results
}

function declared({ targetName, targetCode, targetFramework }: Alignment) {
  return {
    ...(targetName && { name: targetName }),
    ...(targetCode !== undefined && { code: targetCode }),
    ...(targetFramework !== undefined && { framework: targetFramework }),
  }
}

function placed({ achievements, results }: Credential): Placed[] {
  return [
    ...achievements.flatMap(({ alignments }, index) =>
      alignments.map((alignment, position): Placed => {
        const ordinal = ofAchievement(index, achievements)
        return { alignment, at: { place: 'alignment', index: position + 1, ...ordinal } }
      }),
    ),
    ...results.flatMap(({ alignments }, index) =>
      alignments.map((alignment): Placed => ({
        alignment,
        at: { place: 'result', index: index + 1 },
      })),
    ),
  ]
}
