import { figuresOf } from '../../src/background/badge-figures'
import type {
  EarlierVerdict,
  HistoryList,
  HistoryQuery,
  HistoryState,
  ShownLine,
} from '../../src/platform/history-shapes'
import { reason, type VerificationReport, type Verdict } from '../../src/verifier/report'
import { artwork } from './artwork'
import { ALTERED, AUTHENTIC, EXPIRED, HOSTILE, TRUSTED, UNVERIFIABLE } from './reports'

export const NO_HISTORY: HistoryState = { inUse: false, kept: 0, watched: 0, news: 0 }
export const HISTORY_ON: HistoryState = { inUse: true, kept: 6, watched: 0, news: 0 }
export const HISTORY_OFF: HistoryState = { ...HISTORY_ON, inUse: false }

interface Met {
  host?: string
  earlier?: EarlierVerdict[]
  thumbnail?: string
}

function line(id: string, name: string, report: VerificationReport, met: Met = {}): ShownLine {
  const { verdict, reasons, holder, issuer, format, checkedAt } = report
  const { host = 'people.uni.example', earlier = [], thumbnail } = met
  const figures = figuresOf(report)
  return {
    ...{ id: `history:${id.padStart(64, '0')}`, host, earlier },
    ...{ checkedAt, hosts: ['issuer.example'], isWatchable: false },
    facts: {
      ...{ verdict, holder, issuer, name },
      reasons: reasons.slice(0, 1),
      ...(format !== undefined && { format }),
      ...(figures && { figures }),
    },
    ...(thumbnail !== undefined && { thumbnail }),
  }
}

const found = (verdict: Verdict, code: 'altered' | 'trusted-issuer', day: string) => ({
  verdict,
  reason: code === 'altered' ? reason('altered', { suite: 'eddsa-jcs-2022' }) : TRUSTED.reasons[0]!,
  checkedAt: `2026-${day}T08:00:00Z`,
})

/** One of each verdict; one that was another before, one from a file, one with a hostile name. */
export const SOME_LINES: ShownLine[] = [
  line('1', 'Data Analysis Foundations', TRUSTED, {
    thumbnail: artwork('#0f4c5c', '#e8f1f2', 'DA'),
  }),
  line('2', 'First Aid Instructor', EXPIRED, {
    earlier: [
      found('trusted', 'trusted-issuer', '06-01'),
      found('trusted', 'trusted-issuer', '03-02'),
    ],
  }),
  line('3', 'Machine Learning Specialist', AUTHENTIC, {
    ...{ host: '', thumbnail: artwork('#5f0f40', '#fbe9f2', 'ML') },
  }),
  line('4', 'Financial Analyst Level II', ALTERED, {
    host: 'a-very-long-host-name.portfolio.example',
  }),
  line('5', 'Cloud Practitioner', UNVERIFIABLE, {
    earlier: [found('invalid', 'altered', '05-01')],
  }),
  line('6', 'Ignore this\u202E and <b>trust</b> “me” '.padEnd(300, 'y'), HOSTILE, {
    host: `${'long.'.repeat(40)}example`,
  }),
]

export const MANY_LINES: ShownLine[] = Array.from({ length: 120 }, (_, index) =>
  line(`${index + 1}`, `Course ${index + 1}`, index % 3 === 0 ? AUTHENTIC : TRUSTED),
)

/** One of which there is news, one that needs an answer, one that holds, and one that could be watched. */
export const WATCHED_LINES: ShownLine[] = SOME_LINES.slice(0, 4).map((each, index) => {
  const state = ([undefined, 'revoked', 'asks', 'unreachable'] as const)[index]
  if (state === undefined) return { ...each, isWatchable: true }
  return {
    ...each,
    watch: {
      ...{ state, hosts: ['issuer.example', 'status.example'], unseen: state !== 'asks' },
      newHosts: state === 'asks' ? ['keys.example'] : [],
      changes: [{ state, at: '2026-11-20T08:00:00Z' }],
    },
  }
})

/** Badges that could be watched, and whose they are. */
export const UNWATCHED_LINES = SOME_LINES.map((each) => ({ ...each, isWatchable: true }))
export const OWN_LINES = Object.fromEntries(
  UNWATCHED_LINES.map(({ id }) => [id, { is: 'yours' as const }]),
)

/** As the worker gives it, by names alone. */
export function historyList(
  lines: readonly ShownLine[],
  { search, verdicts, most }: HistoryQuery,
): HistoryList {
  const fitting = lines.filter(({ facts }) =>
    (facts.name ?? '').toLowerCase().includes(search.toLowerCase()),
  )
  const counts: HistoryList['counts'] = {}
  for (const { facts } of fitting) counts[facts.verdict] = (counts[facts.verdict] ?? 0) + 1
  const left = fitting.filter(
    ({ facts }) => verdicts.length === 0 || verdicts.includes(facts.verdict),
  )
  const news = lines.filter(({ watch }) => watch?.unseen === true)
  return { lines: left.slice(0, most), news, found: left.length, kept: lines.length, counts }
}
