import {
  foundElsewhere,
  type Carrier,
  type TrailStep,
  type VerificationReport,
} from '../verifier/report'
import type { HealthCode, HealthFinding } from './health'

const PICTURES: readonly Carrier[] = [
  'png-itxt',
  'png-itxt-compressed',
  'png-text',
  'png-ztxt',
  'svg',
]

/** Whether the site left the credential in the picture; what was searched out elsewhere is not in it. */
export function dataHealth(report: VerificationReport, isPicture: boolean): HealthFinding {
  const { authenticity, source, trail, checks } = report
  const found = foundElsewhere(trail)
  if (found) return strippedData(found)
  if (source.text === undefined) return finding('unknown', 'data-not-read')
  if (authenticity === 'fails') return finding('look', 'data-not-genuine')
  // What was found elsewhere says nothing of a picture that nobody could read.
  if (isPicture && trail !== undefined && !isItself(trail))
    return finding('unknown', 'data-not-read')
  const carrier = checks.find(({ id }) => id === 'carrier')
  const [reason] = carrier?.reasons ?? []
  const inPicture = PICTURES.includes(source.carrier)
  // What is said of another file is of what lies around the credential, such as other attachments of a PDF.
  if (inPicture && (carrier?.outcome === 'warned' || carrier?.outcome === 'failed'))
    return { ...finding('look', 'data-flawed'), ...(reason && { reason }) }
  if (authenticity === 'unknown') return finding('unknown', 'data-unproven')
  const isRead = carrier?.outcome === 'passed' || carrier?.outcome === 'warned'
  if (!isRead) return finding('unknown', 'data-not-read')
  if (inPicture) return finding('ok', 'data-in-picture')
  return isPicture ? finding('unknown', 'data-not-read') : finding('ok', 'data-linked')
}

/** The address of the picture only sends to where the file lies. */
function isItself([first, second]: readonly TrailStep[]): boolean {
  return first?.outcome === 'leads-on' && second?.from === 'original'
}

function strippedData({ from, url }: TrailStep): HealthFinding {
  const host = URL.canParse(url) ? new URL(url).hostname : url
  const code = from === 'original' ? 'data-in-original' : 'data-stripped'
  return { ...finding('look', code), host }
}

function finding(state: HealthFinding['state'], code: HealthCode): HealthFinding {
  return { topic: 'data', state, code }
}
