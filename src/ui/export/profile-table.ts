import type { ProfileEntry, ProfileReport } from '../../platform/messages'
import type { Range, VerificationReport } from '../../verifier/report'
import {
  chipOf,
  displayText,
  headlineOf,
  issuerLine,
  nameInReport,
  textFor,
  type MessageKey,
  type Sentences,
} from '../wording'

const COLUMNS: readonly MessageKey[] = [
  'tableBadge',
  'tableFinding',
  'tableSentence',
  'tableIssuer',
  'tableIssuerId',
  'factIssued',
  'factUntil',
  'tableLevel',
  'tableEcts',
  'tableHours',
  'tableSkills',
  'expertCheckedAt',
  'tableHosts',
  'tableCredentialHash',
  'tableImageHash',
]

/**
 * The profile as rows for a spreadsheet, the first of them the names of the columns. Figures that somebody
 * would add up stand only beside badges that hold: what another one claims is in its own report.
 */
export function profileTable({ entries, summary }: ProfileReport, s: Sentences): string[][] {
  const found = [...summary.trusted.skills.found, ...summary.authentic.skills.found]
  const skillsOf = (id: string) =>
    // A credential inside a collection is named by the collection's id and its place.
    found.filter(({ badges }) => badges.some((badge) => badge.split('/', 1)[0] === id))
  // A credential that stands in two pictures is counted once.
  const counted = new Set(
    [...summary.trusted.badges, ...summary.authentic.badges].map(({ id }) => id.split('/', 1)[0]),
  )
  const rows = entries.map((entry) => {
    const skills = skillsOf(entry.id).map(({ label }) => displayText(label))
    return [
      ...told(entry.report, s),
      ...(holds(entry.report) && counted.has(entry.id)
        ? [...figures(entry), skills.join('; ')]
        : ['', '', '', '']),
      ...provenance(entry.report),
    ]
  })
  return [COLUMNS.map((column) => s.text(column)), ...rows]
}

function told(report: VerificationReport, s: Sentences): string[] {
  const { credential, issuer } = report
  const name = nameInReport(report)
  const issued = credential?.issuedOn ?? credential?.validFrom ?? ''
  return [
    name === undefined ? '' : displayText(textFor(name, s.locale).text),
    s.text(chipOf(report).textKey),
    headlineOf(report, s.translate, s.locale),
    issuerLine(report, s.translate, s.locale),
    ...[issuer.id, issued, credential?.validUntil ?? ''].map(displayText),
  ]
}

function holds({ verdict }: VerificationReport): boolean {
  return verdict === 'trusted' || verdict === 'authentic'
}

function figures({ figures: { level, ects, hours } = {} }: ProfileEntry): string[] {
  return [level === undefined ? '' : String(level), amount(ects), amount(hours)]
}

/** Numbers as a spreadsheet of any language reads them least wrongly: no grouping. */
function amount(range: Range | undefined): string {
  if (range === undefined) return ''
  return range.from === range.to ? String(range.from) : `${range.from}–${range.to}`
}

function provenance({ checkedAt, requests, source }: VerificationReport): string[] {
  const hosts = [...new Set(requests.map(({ host }) => displayText(host)))]
  return [checkedAt, hosts.join(' '), source.sha256, source.imageSha256 ?? '']
}
