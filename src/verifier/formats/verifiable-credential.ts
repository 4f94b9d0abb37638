import type { Credential } from '../credential'
import type { CredentialFormat } from '../judging/judgement'
import { judgeVerifiableCredential } from '../judging/verifiable-credential'
import { contextUrls, typesOf } from '../reading/json-values'
import { readCredential3 } from '../reading/open-badges-3'
import type { JsonObject } from '../verification'

/** What is no badge may use a badge's words for something else: its claims are left out. */
function readPlain(document: JsonObject, format: string): Credential {
  return { ...readCredential3(document, format), achievements: [], results: [], evidence: [] }
}

/** Any other W3C Verifiable Credential: proof, dates and status are judged, its claims are not read. */
export const verifiableCredential: CredentialFormat = {
  title: 'Verifiable Credentials 1.1, 2.0',

  recognise({ json }) {
    if (!typesOf(json).includes('VerifiableCredential')) return undefined
    return contextUrls(json).includes('https://www.w3.org/ns/credentials/v2')
      ? 'VerifiableCredential/2.0'
      : 'VerifiableCredential/1.1'
  },

  judge(document, format, verification) {
    return judgeVerifiableCredential(document, format, readPlain, verification)
  },
}
