import type { Text } from '../../verifier/credential'
import type { VerificationReport } from '../../verifier/report'

/**
 * What people call what a report is about. Of a badge it is the name of its achievement. A learner record
 * may describe many achievements: none of them is its name. A European Digital Credential has a title of its
 * own (`displayParameter.title`), under which its viewer shows it.
 */
export function nameInReport({
  kind,
  format,
  credential,
}: Pick<VerificationReport, 'kind' | 'format' | 'credential'>): Text | undefined {
  const achievement = credential?.achievements[0]?.name
  if (kind === 'clr') return credential?.name
  const isEuropean = format?.startsWith('ELM/') === true
  return isEuropean ? (credential?.name ?? achievement) : (achievement ?? credential?.name)
}
