import { mayAsk } from '../../../platform/permissions'
import type { KeptWatch } from '../../../platform/watch-shapes'
import type { Check, Need, VerificationReport } from '../../../verifier'
import type { Doors } from '../../door'
import { isVital, judgeContent } from '../../judge'
import type { Vouching } from '../../judge-now'
import { isOfChain } from '../history-line'

export interface WatchCheckParts extends Vouching {
  doors: Doors
}

export interface WatchCheck {
  /** With what was known of the picture, which is not looked at again. */
  report: VerificationReport
  /** Hosts that it would have had to ask as well. */
  refused: string[]
}

/**
 * Verifies a kept credential again. Only hosts that the user has allowed for this very badge are asked: the network
 * rule stops a redirect to any other, and a new one that the badge leads to is told and not asked.
 */
export async function checkWatched(
  { doors, lists, euLists }: WatchCheckParts,
  { hosts }: KeptWatch,
  kept: VerificationReport,
  signal: AbortSignal,
): Promise<WatchCheck> {
  const door = doors.open({ private: false, signal })
  const refused = new Set<string>()
  const ask = async (need: Need): Promise<boolean> => {
    const { host } = need
    if (!isOfChain(need)) return false
    if (!hosts.includes(host)) {
      if (isVital(need)) refused.add(host)
      return false
    }
    if (!(await mayAsk(host))) return false
    await door.admit(host)
    return !signal.aborted
  }
  const reach = {
    ...{ fetch: door.fetch, ask, signal },
    trustLists: lists.current(),
    trustedLists: euLists.lookup(false),
  }
  const bytes = new TextEncoder().encode(kept.source.text)
  try {
    const report = await judgeContent({ bytes, complete: true, fromPage: true }, '', reach)
    return { report: withPictureOf(kept, report), refused: [...refused] }
  } finally {
    door.close()
  }
}

/** A picture that was clearly another one does not become right because nobody looks at it again. */
function withPictureOf(kept: VerificationReport, fresh: VerificationReport): VerificationReport {
  const ofPicture = kept.checks.filter(isAboutPicture)
  const { carrier, imageSha256 } = kept.source
  const isQuestioned = ofPicture.some(({ id, outcome }) => id === 'artwork' && outcome === 'warned')
  return {
    ...fresh,
    checks: [...ofPicture, ...fresh.checks.filter((check) => !isAboutPicture(check))],
    ...(isQuestioned && { conformity: 'questionable', ownConformity: 'questionable' }),
    ...(kept.artwork && { artwork: kept.artwork }),
    ...(kept.trail && { trail: kept.trail }),
    ...(kept.alignments && { alignments: kept.alignments }),
    source: { ...fresh.source, carrier, ...(imageSha256 !== undefined && { imageSha256 }) },
  }
}

function isAboutPicture({ id }: Check): boolean {
  return id === 'carrier' || id === 'artwork'
}
