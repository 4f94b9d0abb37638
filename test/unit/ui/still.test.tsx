import { JSDOM } from 'jsdom'
import { beforeAll, expect, test, vi } from 'vitest'
import { savedPage } from '../../../src/ui/export/saved-page'
import { ReportView } from '../../../src/ui/report'
import { StillView } from '../../../src/ui/still'
import { sentencesIn } from '../../../src/ui/wording'
import type { VerificationReport } from '../../../src/verifier/report'
import { COMPLETE } from '../../screens/described'
import { HOSTILE, MATCHED, TRUSTED } from '../../screens/reports'
import { english } from './english'
import { readText, shown } from './shown'

beforeAll(() => {
  const { document, Node, DOMParser } = new JSDOM('', { url: 'https://page.example/' }).window
  for (const [name, value] of Object.entries({ document, Node, DOMParser }))
    vi.stubGlobal(name, value)
})

const nobody = () => Promise.resolve(null)
const s = sentencesIn(english, 'en-GB')
const view = (report: VerificationReport) => <ReportView report={report} compare={nobody} />
const still = (report: VerificationReport): string => shown(<StillView>{view(report)}</StillView>)

test('what waits behind a click is on paper at once', () => {
  expect(shown(view(COMPLETE))).not.toContain('element-group')
  expect(still(COMPLETE)).toContain('element-group')
  expect(readText(still(TRUSTED))).toContain('SHA-256 of the text')
})

test('the credential is in the file for machines, and on no paper', () => {
  expect(still(TRUSTED)).not.toContain('class="source"')
  expect(readText(still(TRUSTED))).toContain('The credential’s own text is in the exported JSON')
})

test('nobody is asked on paper whose badge it is; what was compared stays', () => {
  const hidden = /<section class="section" aria-labelledby="[^"]*" hidden/
  expect(still(TRUSTED)).toMatch(hidden)
  expect(still(MATCHED)).not.toMatch(hidden)
})

test('a badge of endless text fills no hundred sheets', () => {
  const [achievement] = TRUSTED.credential!.achievements
  const endless = { ...achievement!, description: { en: 'word '.repeat(200_000) } }
  const credential = { ...TRUSTED.credential!, achievements: [endless] }
  expect(still({ ...TRUSTED, credential }).length).toBeLessThan(60_000)
})

test('the saved page reads like the report, and a hostile badge can do nothing in it', async () => {
  const html = await savedPage(view(HOSTILE), '<script>alert(1)</script>', s)
  const page = new DOMParser().parseFromString(html, 'text/html')
  expect(
    page.querySelectorAll('script, form, input, button, iframe, object, link, base'),
  ).toHaveLength(0)
  expect(page.querySelectorAll('[onerror], [onload], [style], [srcset]')).toHaveLength(0)
  for (const image of page.querySelectorAll('img'))
    expect(image.getAttribute('src')).toMatch(/^data:image\/png;base64,/)
  for (const link of page.querySelectorAll('[href]'))
    expect(link.getAttribute('href')).toMatch(/^https?:/)
  expect(page.body.textContent).toContain('<img src=x onerror=alert(1)>')
  expect(page.title).toBe('<script>alert(1)</script>')
  expect(page.querySelector('h1')?.textContent).toMatch(/^Authentic\. Issued by evil\.example/)
  expect(page.documentElement.lang).toBe('en')
})

test('the saved page says what the report says', async () => {
  const html = await savedPage(view(TRUSTED), 'A report', s)
  const page = new DOMParser().parseFromString(html, 'text/html')
  const read = (text: string | null): string => (text ?? '').replace(/\s+/g, '')
  for (const { textContent } of page.querySelectorAll('h2, dd'))
    expect(read(readText(still(TRUSTED)))).toContain(read(textContent))
  expect(page.querySelectorAll('.check')).toHaveLength(TRUSTED.checks.length)
})
