/**
 * What of a page's main thread an extension's content script took, read from a trace of Chromium.
 *
 * Every call into script is an event that names its file (`FunctionCall`, `EvaluateScript`), with the
 * processor time of the thread inside it: time in which another process had the core is not in it. What
 * follows an `await` runs in `RunMicrotasks`, which names no file; the pages here make no promises, so that
 * it is the content script's, but for calls of others within it.
 */
export interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds, of the clock and of the thread's processor time; both from any zero. */
  ts: number
  dur?: number
  tts?: number
  tdur?: number
  args?: { data?: { url?: string } }
}

/** Times in milliseconds of processor time on the page's main thread. */
export interface ScriptCost {
  total: number
  /** Compiling the script and running it for the first time. */
  start: number
  /** Longest call after that. */
  longest: number
  calls: number
  /** Tasks of more than 50 ms that would not be that long without the script. */
  longTasks: number
  /** Made within calls of the script: layouts, and computations of style. */
  layouts: number
  styles: number
}

interface Span {
  name: string
  ours: boolean
  start: number
  end: number
  cpu: number
}

/** Written by every page here as it begins; tells which thread is its main thread. */
export const PAGE_MARK = 'page-cost'
export const TRACE_CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'v8.execute',
]
const LONG_TASK_MS = 50

export function readTrace(events: TraceEvent[]): ScriptCost {
  const mark = events.findLast(({ name }) => name === PAGE_MARK)
  if (!mark) throw new Error('The page does not occur in the trace')
  const spans = spansOf(events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid))
  const cost = { total: 0, start: 0, longest: 0, calls: 0, longTasks: 0, layouts: 0, styles: 0 }
  const isOutermost = outermost(spans)
  for (const span of spans) {
    if (isOutermost(span)) addCall(cost, span, within(span, spans))
    if (span.name === 'RunTask' && span.cpu > LONG_TASK_MS) {
      const own = within(span, spans).filter(isOutermost)
      const taken = own.reduce((sum, { cpu }) => sum + cpu, 0)
      if (taken > 0 && span.cpu - taken <= LONG_TASK_MS) cost.longTasks++
    }
  }
  return cost
}

function addCall(cost: ScriptCost, call: Span, inner: Span[]): void {
  // Inside its microtasks, calls of others: those of the page.
  const others = inner.filter(({ name, ours }) => isCall(name) && !ours)
  const cpu = call.cpu - others.reduce((sum, other) => sum + other.cpu, 0)
  cost.total += cpu
  cost.calls += call.name === 'RunMicrotasks' ? 0 : 1
  if (call.name === 'EvaluateScript') cost.start += cpu
  else cost.longest = Math.max(cost.longest, cpu)
  cost.layouts += inner.filter(({ name }) => name === 'Layout').length
  cost.styles += inner.filter(({ name }) => name === 'UpdateLayoutTree').length
}

function isCall(name: string): boolean {
  return name === 'FunctionCall' || name === 'EvaluateScript'
}

/** Of ours within ours only the outer one counts. */
function outermost(spans: Span[]): (span: Span) => boolean {
  const found = new Set<Span>()
  let end = 0
  for (const span of spans) {
    if (!span.ours || span.start < end) continue
    found.add(span)
    end = span.end
  }
  return (span) => found.has(span)
}

/** In the order of their beginnings. */
function within(outer: Span, spans: Span[]): Span[] {
  const first = firstAfter(outer.start, spans)
  const found: Span[] = []
  for (let at = first; at < spans.length; at++) {
    const span = spans[at]
    if (!span || span.start >= outer.end) break
    if (span !== outer && span.end <= outer.end) found.push(span)
  }
  return found
}

function firstAfter(start: number, spans: Span[]): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? Infinity) < start) low = middle + 1
    else high = middle
  }
  return low
}

function spansOf(events: TraceEvent[]): Span[] {
  const spans: Span[] = []
  const open: TraceEvent[] = []
  for (const event of events.toSorted((a, b) => a.ts - b.ts)) {
    if (event.ph === 'X') spans.push(spanOf(event, event.dur ?? 0, event.tdur ?? event.dur ?? 0))
    else if (event.ph === 'B') open.push(event)
    else if (event.ph === 'E') {
      const begun = open.pop()
      if (!begun) continue
      const cpu = (event.tts ?? event.ts) - (begun.tts ?? begun.ts)
      spans.push(spanOf(begun, event.ts - begun.ts, cpu))
    }
  }
  return spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

function spanOf({ name, ts, args }: TraceEvent, dur: number, cpu: number): Span {
  const isScript = isCall(name) && args?.data?.url?.startsWith('chrome-extension:') === true
  const ours = isScript || name === 'RunMicrotasks'
  return { name, ours, start: ts, end: ts + dur, cpu: cpu / 1_000 }
}
