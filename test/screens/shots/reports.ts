/** One report on a page of its own. */
import { EVERY } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'verify', width: 1100, height: 900 } as const

export const REPORTS: Shot[] = [
  ...seenIn(EVERY, of('trusted')),
  ...['altered', 'hostile', 'clr', 'complete'].flatMap((id) =>
    seenIn(['dark', 'narrow', 'rtl', 'forced'], of(id)),
  ),
  ...['authentic', 'expired', 'unverifiable', 'none', 'swapped'].map((id) => of(id)),
  { ...PAGE, name: 'verify-kept', scene: 'list', query: '&report=trusted' },
  {
    ...{ ...PAGE, name: 'verify-kept-narrow', scene: 'list' },
    ...{ query: '&report=authentic', look: 'narrow' },
  },
  { ...PAGE, name: 'verify-gone', scene: 'list', query: '&report=lost', height: 500 },
  { ...PAGE, name: 'verify-kept-swapped', scene: 'detail-swapped', query: '&report=swapped' },
]

function of(id: string): Shot {
  return { ...PAGE, name: `verify-${id}`, scene: `detail-${id}`, query: `&tab=1&badge=${id}` }
}
