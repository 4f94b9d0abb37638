/**
 * The text of criteria as the descriptors that it holds: "several descriptors live in one criteria text, each
 * introduced by its name and a colon" (Guidelines for Issuing Micro-credentials Digitally 1.1). English and
 * Japanese names; Markdown, HTML or plain text; a name to a line, or all on one.
 *
 * Time is linear in the length of the text, whatever it is: each colon looks back at a bounded number of
 * words, and never behind the colon before it.
 */
import { cleanText } from './clean-text'
import type { DescriptorId } from './descriptor-ids'
import { withoutHtml } from './html-to-text'
import { withoutMarkdown } from './markdown-to-text'
import { findNames, type FoundName } from './name-finder'
import { marksBefore, withoutMarks } from './text-marks'

export interface CriteriaSection {
  descriptor: DescriptorId
  /** The name as written, without its colon. */
  heading: string
  /** '' where nothing that can be read follows the name: such a descriptor is missing. */
  value: string
  /** In reading order, from 1. */
  index: number
}

export interface CriteriaText {
  /** At least two different descriptors are named. */
  structured: boolean
  /** Empty where the text is not structured. */
  sections: CriteriaSection[]
  /** The whole text without markup. */
  plain: string
}

/** @param text Markdown, HTML or plain, as the issuer wrote it */
export function readCriteria(text: string): CriteriaText {
  const reduced = withoutMarkdown(withoutHtml(cleanText(text)))
  const plain = withoutMarks(reduced)
  const names = findNames(reduced)
  const structured = new Set(names.map(({ descriptor }) => descriptor)).size > 1
  return {
    structured,
    sections: structured ? sectionsOf(plain, namesWithoutMarks(reduced, names)) : [],
    plain: plain.trim(),
  }
}

/** Where the names stand in the text once its marks are gone. */
function namesWithoutMarks(text: string, names: readonly FoundName[]): FoundName[] {
  const before = marksBefore(text)
  // One place behind the other, as they stand in the text.
  return names.map(({ descriptor, lead, start, nameEnd, valueStart }) => ({
    descriptor,
    lead: lead - before(lead),
    start: start - before(start),
    nameEnd: nameEnd - before(nameEnd),
    valueStart: valueStart - before(valueStart),
  }))
}

/** @param names where they stand in this very text */
function sectionsOf(plain: string, names: readonly FoundName[]): CriteriaSection[] {
  return names.map(({ descriptor, start, nameEnd, valueStart }, index) => ({
    descriptor,
    heading: plain.slice(start, nameEnd).trim(),
    value: trimmedValue(plain.slice(valueStart, names[index + 1]?.lead ?? plain.length)),
    index: index + 1,
  }))
}

/** Without what separates it from the names around it; '' where no letter or digit is left. */
function trimmedValue(value: string): string {
  let end = value.length
  while (end > 0 && SEPARATORS.includes(value.charAt(end - 1))) end--
  let start = 0
  while (start < end && LEADING.includes(value.charAt(start))) start++
  const trimmed = value.slice(start, end).trim()
  return READABLE.test(trimmed) ? trimmed : ''
}

const SEPARATORS = ' \t\n\u3000;；,、|/／-–—*•・#【[［(（「『'
const LEADING = ' \t\n\u3000:：'
const READABLE = /[\p{L}\p{N}]/u
