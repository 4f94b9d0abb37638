import { describe, expect, test } from 'vitest'
import { ReportView } from '../../../src/ui/report'
import type { VerificationReport } from '../../../src/verifier/report'
import { TRUSTED } from '../../screens/reports'
import { RECOLOURED, SWAPPED } from '../../screens/swapped'
import { readText, shown } from './shown'

const SHOWN = 'data:image/png;base64,c2hvd24='
const detail = (report: VerificationReport, thumbnail: string | undefined = SHOWN): string =>
  shown(<ReportView report={report} thumbnail={thumbnail} compare={() => Promise.resolve(null)} />)

const sources = (html: string): string[] =>
  Array.from(html.matchAll(/<img[^>]* src="([^"]*)"/g), ([, source = '']) =>
    source.replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
  )

describe('a picture that looks different from the issuer’s', () => {
  test.each([
    ['clearly', SWAPPED],
    ['perhaps', RECOLOURED],
  ])('%s: both are shown, and each says whose it is', (_, report) => {
    const html = detail(report)
    expect(sources(html)).toEqual([SHOWN, report.artwork?.thumbnail])
    expect(html).toContain('alt="The badge as the page shows it"')
    expect(html).toContain('alt="The badge as its issuer made it"')
    expect(readText(html)).toContain('On this page')
    expect(readText(html)).toContain('The issuer’s own image')
  })

  test('the headline says so, and that the badge is authentic', () => {
    expect(readText(detail(SWAPPED))).toContain(
      'Authentic, but the picture looks different from the issuer’s image of this badge.',
    )
  })

  test('the issuer’s is shown also when no tab shows the other any longer', () => {
    const html = detail(SWAPPED, '')
    expect(sources(html)).toEqual([SWAPPED.artwork?.thumbnail])
  })

  test('nothing is loaded from the issuer, whatever a kept report says', () => {
    const artwork = { url: 'https://tracker.example/a.png', thumbnail: 'https://tracker.example/' }
    const html = detail({ ...SWAPPED, artwork })
    expect(html).not.toContain('tracker.example')
    expect(sources(html)).toEqual([SHOWN])
  })
})

test('a picture that is like the issuer’s is shown once', () => {
  const html = detail(TRUSTED)
  expect(sources(html)).toEqual([SHOWN])
  expect(readText(html)).not.toContain('On this page')
})
