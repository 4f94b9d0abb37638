/**
 * Credentials inside a collection: a CLR or a presentation. Each is judged by itself; what the
 * collection says or proves counts for none of them.
 */
import type { Recipient } from '../credential'
import { compareRecipients } from '../recipients/compare-recipients'
import { isObject } from '../reading/json-values'
import type { PartPlace, VerificationReport } from '../report'
import type { JsonObject, JsonValue, Verification } from '../verification'

/** What a collection holds, as judged, and how many credentials are in it. */
export interface Collected {
  parts: VerificationReport[]
  partsTotal: number
}

/**
 * Judges the credentials that a collection holds, in their order. Those beyond the bounds of
 * `verification.judgePart` are left out: the collection's total tells. An endorsement among them is
 * about a thing and awarded to nobody: it is no credential of the collection.
 *
 * @param values as they stand in the collection: objects, compact JWTs, or anything else
 * @param subjectOf whether a part was issued to whom the collection names
 */
export async function judgeParts(
  values: JsonValue[],
  subjectOf: (part: VerificationReport) => Promise<PartPlace['subject']>,
  verification: Verification,
): Promise<Collected> {
  const judged = await Promise.all(values.map((value) => verification.judgePart(asPart(value))))
  const reports = judged.filter((report) => report !== undefined)
  const parts = await Promise.all(
    reports.map(async (report): Promise<VerificationReport> => ({
      ...report,
      place: isEndorsement(report)
        ? { role: 'endorsement', subject: 'not-asked' }
        : { role: 'credential', subject: await subjectOf(report) },
    })),
  )
  return { parts, partsTotal: values.length - parts.filter(isEndorsement).length }
}

function isEndorsement({ kind }: VerificationReport): boolean {
  return kind === 'endorsement'
}

/** What is neither object nor text is judged as the text that it is: no credential. */
export function asPart(value: JsonValue): JsonObject | string {
  return isObject(value) || typeof value === 'string' ? value : JSON.stringify(value)
}

/** Whether a part names the same person as the whole does. */
export async function subjectUnder(
  whole: Recipient | undefined,
  part: VerificationReport,
): Promise<PartPlace['subject']> {
  const recipient = part.credential?.recipient
  return whole === undefined || recipient === undefined
    ? 'unknown'
    : compareRecipients(whole, recipient)
}
