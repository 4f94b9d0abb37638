import type { EuListsState } from '../../src/platform/eu-list-shapes'

const KEPT = { issued: '2026-11-02T08:00:00Z', retrieved: '2026-11-20T08:00:00Z' }

/** The list of lists, one that holds, one that is overdue, and one that is closed. */
export const EU_LISTS: EuListsState = {
  use: true,
  lists: [
    {
      ...{ country: 'BE', host: 'tsl.belgium.be', ...KEPT, count: 11 },
      ...{ nextUpdate: '2027-04-30T00:00:00Z', isOverdue: false },
    },
    {
      ...{ country: 'EL', host: 'www.eett.gr', issued: '2026-03-01T00:00:00Z', count: 9 },
      ...{ nextUpdate: '2026-09-01T00:00:00Z', isOverdue: true },
      retrieved: '2026-11-20T08:00:00Z',
    },
    {
      ...{ country: 'EU', host: 'ec.europa.eu', ...KEPT, count: 30 },
      ...{ nextUpdate: '2027-05-02T00:00:00Z', isOverdue: false },
    },
    { country: 'IS', host: 'www.fjarskiptastofa.is', ...KEPT, isOverdue: false, count: 1 },
  ],
}
