/**
 * Is the picture that the page shows the one that the issuer made for this badge? The proof covers the
 * credential and never the pixels around it: whoever keeps the credential may paint what they like.
 */
import type { Credential } from '../credential'
import type { ShownPicture } from '../environment'
import { notReached, type Judgement } from '../judging/judgement'
import { reason, type Artwork, type Check, type Reason } from '../report'
import type { Verification } from '../verification'
import { compareArtwork, type Likeness } from './compare-artwork'
import { obtainPicture } from './issuers-picture'
import { decodePicture, type DecodedPicture, type DecodePicture } from './picture'

/** "image: The URI of the image that represents the achievement." */
const SPEC = 'https://www.imsglobal.org/spec/ob/v3p0/#image'

/** The judgement with what a look at the pictures adds to it. */
export async function withArtwork(
  judgement: Judgement,
  shown: ShownPicture | undefined,
  verification: Verification,
): Promise<Judgement> {
  // A collection has no picture of its own, an endorsement or a badge class no holder who shows one.
  if (judgement.kind !== 'credential') return judgement
  const { check, artwork } = await judgeArtwork(judgement, shown, verification)
  return {
    ...judgement,
    checks: [...judgement.checks, check],
    ...(check.outcome === 'warned' && { conformity: 'questionable' }),
    ...(artwork && { artwork }),
  }
}

interface Finding {
  check: Check
  artwork?: Artwork
}

/** Asks for nothing unless the answer can still matter. */
async function judgeArtwork(
  { authenticity, currency, credential }: Judgement,
  shown: ShownPicture | undefined,
  verification: Verification,
): Promise<Finding> {
  const isOpen = authenticity === 'holds' && currency !== 'revoked' && credential !== undefined
  if (!isOpen) return { check: notReached('artwork') }
  if (shown === undefined) return found('not-applicable', reason('artwork-not-shown'))
  const urls = picturesOf(credential)
  if (urls.length === 0) return found('not-applicable', reason('artwork-none'))
  const { decodePicture: decode } = verification.environment
  if (decode === undefined) return found('unknown', reason('artwork-not-compared'))
  const picture = shown === 'incomplete' ? { why: shown } : await decodePicture(shown.bytes, decode)
  if ('why' in picture)
    return found('unknown', reason('artwork-not-comparable', { whose: 'shown', why: picture.why }))
  return compareWith(urls, { picture, decode }, verification)
}

/**
 * The picture of the achievement, and the one of this very award, which some issuers make for each holder:
 * both are the issuer's.
 */
function picturesOf({ achievements: [main], image }: Credential): string[] {
  const urls = [main?.image?.url, image?.url].filter((url) => url !== undefined && url !== '')
  return [...new Set(urls as string[])]
}

/** The picture that is shown, and what others are decoded with. */
interface Shown {
  picture: DecodedPicture
  decode: DecodePicture
}

/** What came of one of the issuer's pictures. */
type Compared = { outcome: Likeness; url: string; picture: DecodedPicture } | { reasons: Reason[] }

/** Like one of them is enough; unlike is only what is unlike all of them. */
async function compareWith(
  urls: string[],
  shown: Shown,
  verification: Verification,
): Promise<Finding> {
  const compared: Compared[] = []
  for (const url of urls) {
    const each = await compareOne(url, shown, verification)
    verification.environment.signal?.throwIfAborted()
    if ('outcome' in each && each.outcome === 'alike')
      return found('passed', reason('artwork-alike'))
    compared.push(each)
  }
  const seen = compared.filter((each) => 'outcome' in each)
  const [first] = seen
  if (first === undefined) {
    const reasons = compared.flatMap((each) => ('reasons' in each ? each.reasons : []))
    return { check: { id: 'artwork', outcome: 'unknown', reasons, spec: SPEC } }
  }
  const isOther =
    seen.length === urls.length && seen.every(({ outcome }) => outcome === 'different')
  return {
    ...(isOther
      ? found('warned', reason('artwork-differs'))
      : found('unknown', reason('artwork-unsure'))),
    artwork: artworkOf(first),
  }
}

async function compareOne(
  url: string,
  shown: Shown,
  verification: Verification,
): Promise<Compared> {
  const obtained = await obtainPicture(url, verification)
  if ('reasons' in obtained) return obtained
  const picture = await decodePicture(obtained.bytes, shown.decode)
  if ('why' in picture)
    return { reasons: [reason('artwork-not-comparable', { whose: 'issuer', why: picture.why })] }
  return { outcome: compareArtwork(shown.picture, picture).outcome, url, picture }
}

function artworkOf({ url, picture }: Extract<Compared, { url: string }>): Artwork {
  const { thumbnail } = picture
  return {
    ...(!/^data:/i.test(url) && { url }),
    ...(thumbnail !== undefined && { thumbnail }),
  }
}

function found(outcome: Check['outcome'], why: Reason): Finding {
  return { check: { id: 'artwork', outcome, reasons: [why], spec: SPEC } }
}
