/** The page to try it on. */
import { openBy, thereAndBack } from './acts'
import { EVERY } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'sample', width: 900, height: 800 } as const
const MARK = '[data-look=attention]'

export const SAMPLE: Shot[] = [
  ...seenIn(EVERY, { ...PAGE, name: 'sample', scene: 'sample' }),
  { ...PAGE, name: 'sample-silent', scene: 'silent' },
  ...seenIn(['narrow'], { ...PAGE, name: 'sample-opened', scene: 'sample', act: openBy(MARK) }),
  { ...PAGE, name: 'sample-keyboard', scene: 'sample', act: thereAndBack(MARK) },
]
