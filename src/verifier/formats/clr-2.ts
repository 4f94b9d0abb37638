import { withEndorsements } from '../judging/endorsements'
import { notReached, type CredentialFormat, type Judgement } from '../judging/judgement'
import { judgeParts, subjectUnder } from '../judging/parts'
import { judgeVerifiableCredential } from '../judging/verifiable-credential'
import { typesOf } from '../reading/json-values'
import { credentialsOfClr, readClr } from '../reading/clr-2'
import type { JsonObject, Verification } from '../verification'

/**
 * Comprehensive Learner Record 2.0. The record is a credential like any other, with a proof, dates and
 * status of its own; the credentials that it collects are judged by themselves.
 */
export const clr2: CredentialFormat = {
  title: 'CLR 2.0',

  recognise({ json }) {
    return typesOf(json).includes('ClrCredential') ? 'CLR/2.0' : undefined
  },

  async judge(document, format, verification) {
    const record = await judgeVerifiableCredential(document, format, readClr, verification)
    const collected = await withCredentials(record, document.json, verification)
    return withEndorsements(collected, document.json, verification)
  },
}

/** Of a record that was altered nobody is asked anything more. */
async function withCredentials(
  record: Judgement,
  document: JsonObject,
  verification: Verification,
): Promise<Judgement> {
  const values = credentialsOfClr(document)
  const judgement = { ...record, kind: 'clr' as const }
  if (record.authenticity === 'fails')
    return {
      ...judgement,
      partsTotal: values.length,
      checks: [...record.checks, notReached('parts')],
    }
  const holder = record.credential?.recipient
  const collected = await judgeParts(values, (part) => subjectUnder(holder, part), verification)
  return { ...judgement, ...collected }
}
