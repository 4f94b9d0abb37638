import { describe } from 'vitest'
import { ed25519 } from '../../signing'
import { describeJcsSuite } from '../jcs-suite'

describe('eddsa-jcs-2022', async () => {
  await describeJcsSuite({
    suite: 'eddsa-jcs-2022',
    key: await ed25519(1),
    renamed: 'eddsa-rdfc-2022',
  })
})
