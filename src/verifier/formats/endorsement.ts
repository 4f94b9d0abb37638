import type { CredentialFormat } from '../judging/judgement'
import { judgeVerifiableCredential } from '../judging/verifiable-credential'
import { typesOf } from '../reading/json-values'
import { readEndorsement3 } from '../reading/endorsement-3'

/** An EndorsementCredential of Open Badges 3.0, alone or inside what it endorses. */
export const endorsement: CredentialFormat = {
  title: 'EndorsementCredential 3.0',

  recognise({ json }) {
    return typesOf(json).includes('EndorsementCredential') ? 'Endorsement/3.0' : undefined
  },

  async judge(document, format, verification) {
    const judgement = await judgeVerifiableCredential(
      document,
      format,
      readEndorsement3,
      verification,
    )
    return { ...judgement, kind: 'endorsement' }
  },
}
