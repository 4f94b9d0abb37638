/** Verifying one Open Badges 3.0 credential, against the verifiers that others use, in one run. */
import { buildBundles } from './bundle'
import { chromiumPlace } from './chromium-place'
import { measureCold, measureHeap, measureWarm } from './measure-place'
import { nodePlace } from './node-place'
import type { Place } from './place'
import { realisticBadge } from './realistic-badge'
import { timeStages } from './stages'
import type { SignedBadge } from './verifiers/verifier'

const MANY = 10_000

/** Measures and prints. */
export async function printDataIntegrity(): Promise<void> {
  const badge = await realisticBadge()
  console.log(
    `\nData Integrity, eddsa-rdfc-2022, a credential of ${badge.text.length} bytes, offline`,
  )
  await buildBundles()
  for (const open of [nodePlace, chromiumPlace]) {
    const place = await open()
    console.log(`\n${place.name}\n`)
    await printPlace(place, badge)
    await place.close()
  }
  await printStages(badge)
}

async function printPlace(place: Place, badge: SignedBadge): Promise<void> {
  const cold = await measureCold(place, badge)
  const warm = await measureWarm(
    place,
    badge,
    cold.map(({ bundle }) => bundle),
  )
  console.table(
    warm.map(({ name, ms }) => ({
      'verifier, warm': name,
      ms: ms.toFixed(3),
      'a second': Math.round(1_000 / ms),
      'times ours': ratio(ms, warm[0]?.ms),
    })),
  )
  console.table(
    cold.map(({ bundle, first, withLoading }) => ({
      'the first time': bundle,
      ms: first.toFixed(1),
      'times ours': ratio(first, cold[0]?.first),
      'ms with loading': withLoading.toFixed(1),
      'times ours, with loading': ratio(withLoading, cold[0]?.withLoading),
    })),
  )
  const { before, after } = await measureHeap(place, badge, MANY)
  const [from, to] = [before, after].map((bytes) => (bytes / 1e6).toFixed(2))
  console.log(`Heap after collection, before and after ${MANY} verifications: ${from} MB, ${to} MB`)
}

function ratio(theirs: number, ours = NaN): string {
  return (theirs / ours).toFixed(1)
}

async function printStages(badge: SignedBadge): Promise<void> {
  const stages = await timeStages(badge)
  const whole = stages.reduce((sum, stage) => sum + stage.median, 0)
  console.log('\nWhere the time of ours goes (Node)\n')
  console.table(
    stages.map(({ name, median: each }) => ({
      stage: name,
      µs: each.toFixed(0),
      'share, %': ((100 * each) / whole).toFixed(0),
    })),
  )
}
