import { describe } from 'vitest'
import { describeJcsSuite } from '../jcs-suite'
import { ecdsaKey } from '../suite-signing'

describe.each(['P-256', 'P-384'] as const)('ecdsa-jcs-2019 on %s', async (curve) => {
  await describeJcsSuite({
    suite: 'ecdsa-jcs-2019',
    key: await ecdsaKey(curve),
    renamed: 'ecdsa-rdfc-2019',
  })
})
