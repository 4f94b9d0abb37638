/** One line for one name: for programs (JSON) or for people. */
import type { VerificationReport } from '../verifier/report'
import {
  displaySource,
  displayText,
  escoLine,
  headlineOf,
  issuerLine,
  nameInReport,
  textFor,
} from '../ui/wording'
import { english, LOCALE } from './english'
import type { Failure } from './failure'

/** The whole report, and under which name it was asked for. No line break is in it (RFC 8259). */
export function jsonLine(input: string, report: VerificationReport): string {
  return `${JSON.stringify({ input, ...report })}\n`
}

export function jsonFailure(input: string, error: Failure): string {
  return `${JSON.stringify({ input, error })}\n`
}

/** Verdict, where it was found, what it is, from whom, why, and what its skills come to. */
export function humanLine(input: string, report: VerificationReport): string {
  const name = nameInReport(report)
  return lineOf(report.verdict, [
    onOneLine(input),
    name === undefined ? '' : displayText(textFor(name, LOCALE).text),
    issuerLine(report, english, LOCALE),
    headlineOf(report, english, LOCALE),
    escoLine(report, english, LOCALE),
  ])
}

/** The sentence names the input already. */
export function humanFailure({ message }: Failure): string {
  return lineOf('not read', [onOneLine(message)])
}

/** As wide as the longest verdict. */
const WIDTH = 'unverifiable'.length

function lineOf(verdict: string, parts: string[]): string {
  return `${verdict.padEnd(WIDTH)}  ${parts.filter((part) => part !== '').join(' · ')}\n`
}

/** A name or a badge must neither break the line nor speak to the terminal. */
export function onOneLine(text: string): string {
  return displaySource(text).replace(/[\n\t]/g, (character) => (character === '\n' ? '\\n' : '\\t'))
}
