import { printDataIntegrity } from './data-integrity.bench'
import { printArtworkStudy } from './artwork.bench'
import { bundleSizes } from './bundle-sizes'
import { printCriteriaBench } from './criteria.bench'
import { printElmGrowth } from './elm-growth.bench'
import { printEscoBench } from './esco.bench'
import { printEuListsBench } from './eu-lists.bench'
import { benchUnbake } from './unbake.bench'
import { printCliBench } from './cli.bench'

const rows = await benchUnbake()

console.log('\nUnbaking (medians, same process, same run)\n')
console.table(
  rows.map(({ name, ours, peer, peerName, unit }) => ({
    operation: name,
    Touchstone: `${ours.toFixed(3)} ${unit}`,
    peer: `${peer.toFixed(3)} ${unit}`,
    'peer is': peerName,
    'times faster': (peer / ours).toFixed(2),
  })),
)

await printDataIntegrity()

printCriteriaBench()

printArtworkStudy()

await printEscoBench()

await printEuListsBench()

for (const browser of ['chrome', 'firefox']) {
  console.log(`\nBundles of dist/${browser} (kB = 1000 bytes)\n`)
  console.table(
    bundleSizes(`dist/${browser}`).map(({ file, bytes, gzip }) => ({
      file,
      kB: (bytes / 1000).toFixed(1),
      'gzip kB': (gzip / 1000).toFixed(1),
    })),
  )
}

await printElmGrowth()

await printCliBench()
