import { expect, test } from 'vitest'
import { eventually } from '../eventually'
import { ReportView } from '../../../src/ui/report'
import type { VerificationReport } from '../../../src/verifier/report'
import { AUTHENTIC, MATCHED, TRUSTED } from '../../screens/reports'
import { live, type Live } from './live'

/** Compares with an address, as a reader does. */
async function compare(page: Live, address: string): Promise<void> {
  const field = page.root.querySelector<HTMLInputElement>('[name="identity"]')
  const form = page.root.querySelector('form')
  if (!field || !form) throw new Error('expected a field to compare with, got none')
  field.value = address
  const { Event } = field.ownerDocument.defaultView as unknown as typeof globalThis
  field.dispatchEvent(new Event('input', { bubbles: true }))
  // Preact draws what was typed before the form is sent.
  await new Promise((resolve) => setTimeout(resolve))
  form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

const headline = ({ root }: Live): string => root.querySelector('h1')?.textContent ?? ''
const view = (report: VerificationReport, answer: () => Promise<VerificationReport | null>) => (
  <ReportView report={report} compare={answer} />
)

test('what was compared does not outlive the list that made it green', async () => {
  const answer = () => Promise.resolve(MATCHED)
  const page = live(view(TRUSTED, answer))
  await compare(page, 'holder@example.org')
  await eventually(() => {
    expect(page.text()).toContain('It was issued to the person you asked about.')
  })
  expect(headline(page)).toMatch(/^Verified/)
  // The list is removed: the worker judges the report anew, and nobody vouches for the issuer.
  page.show(view(AUTHENTIC, answer))
  expect(headline(page)).toMatch(/^Authentic/)
  expect(page.text()).not.toContain('It was issued to the person you asked about.')
})

test('an answer that was under way when the lists changed does not bring the green back', async () => {
  let answer: (report: VerificationReport) => void = () => undefined
  const late = new Promise<VerificationReport>((resolve) => {
    answer = resolve
  })
  const page = live(view(TRUSTED, () => late))
  await compare(page, 'holder@example.org')
  page.show(view(AUTHENTIC, () => late))
  answer(MATCHED)
  await eventually(() => {
    expect(page.root.querySelector('button[type="submit"]')).toHaveProperty('disabled', false)
  })
  expect(headline(page)).toMatch(/^Authentic/)
})
