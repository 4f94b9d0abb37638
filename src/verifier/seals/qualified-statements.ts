import { AsnConvert } from '@peculiar/asn1-schema'
import { QCStatements } from '@peculiar/asn1-x509-qualified'
import { hexOf } from '../digest'
import { childrenOf, DER, readElement } from './der'
import type { QualifiedStatements } from './seal'

/** id-pe-qcStatements (RFC 3739, section 3.2.6). */
export const QC_STATEMENTS = '1.3.6.1.5.5.7.1.3'

/** ETSI EN 319 412-5, sections 4.2.1 to 4.2.4. */
const COMPLIANCE = '0.4.0.1862.1.1'
const DEVICE = '0.4.0.1862.1.4'
const TYPE = '0.4.0.1862.1.6'
const LEGISLATION = '0.4.0.1862.1.7'

/** Content octets of 0.4.0.1862.1.6.2, id-etsi-qct-eseal. */
const FOR_SEALS = '04008e46010602'

/** @param extension value of the extension, DER; absent: the certificate says nothing of the kind */
export function qualifiedStatements(extension: ArrayBuffer | undefined): QualifiedStatements {
  const statements = extension ? [...AsnConvert.parse(extension, QCStatements)] : []
  const has = (id: string) => statements.some(({ statementId }) => statementId === id)
  return {
    // It names the law of other countries, under which the certificate is qualified: not that of the Union.
    qualified: has(COMPLIANCE) && !has(LEGISLATION),
    device: has(DEVICE),
    forSeals: statements.some(
      ({ statementId, statementInfo }) => statementId === TYPE && namesSeals(statementInfo),
    ),
  }
}

/** QcType ::= SEQUENCE OF OBJECT IDENTIFIER */
function namesSeals(types: ArrayBuffer | undefined): boolean {
  const names = childrenOf(types && readElement(new Uint8Array(types)), DER.sequence)
  return names.some(
    ({ tag, content }) => tag === DER.objectIdentifier && hexOf(content) === FOR_SEALS,
  )
}
