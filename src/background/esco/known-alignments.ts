import type { AlignmentResult, VerificationReport } from '../../verifier/report'

/**
 * The report with what another one of the very same credential knows of ESCO and this one does not: a
 * page that is opened again asks nobody, and must not forget what was asked before. Each finding carries
 * its own version and date. Gives the report itself where there is nothing to add.
 */
export function withKnownAlignments(
  report: VerificationReport,
  other: VerificationReport | undefined,
): VerificationReport {
  if (other?.source.sha256 !== report.source.sha256) return report
  const alignments = report.alignments?.map((own, index) => known(own, other.alignments?.[index]))
  const parts = report.parts.map((part, index) => withKnownAlignments(part, other.parts[index]))
  const isSame =
    parts.every((part, index) => part === report.parts[index]) &&
    (alignments ?? []).every((alignment, index) => alignment === report.alignments?.[index])
  if (isSame) return report
  const { esco } = other.versions
  return {
    ...report,
    ...(alignments && { alignments }),
    parts,
    versions: { ...report.versions, ...(esco !== undefined && { esco }) },
  }
}

/** Whether there is something about ESCO that nobody answered. */
export function hasUnchecked({ alignments = [], parts }: VerificationReport): boolean {
  return alignments.some(({ esco }) => esco?.result === 'unchecked') || parts.some(hasUnchecked)
}

/** Of two readings of one alignment the one that somebody answered. */
function known(own: AlignmentResult, other: AlignmentResult | undefined): AlignmentResult {
  const isOpen = own.esco === undefined || own.esco.result === 'unchecked'
  const isAnswered = other?.esco !== undefined && other.esco.result !== 'unchecked'
  return isOpen && isAnswered ? other : own
}
