/** The first words. */
import { EVERY } from './looks'
import { seenIn, type Shot } from './shot'

export const WELCOME: Shot[] = seenIn(EVERY, {
  ...{ page: 'welcome', width: 900, height: 900 },
  ...{ name: 'welcome', scene: 'list' },
})
