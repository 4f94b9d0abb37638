import { describe, expect, it } from 'vitest'
import { originalsOf } from '../../../../src/discovery/originals'
import { isReworked } from '../../../../src/discovery/originals/reworked'

const SITE = 'https://portfolio.example'
const OWN = [
  `${SITE}/_next/image?url=%2Fbadge.png&w=640&q=75`,
  `${SITE}/blog/_next/image/?url=%2Fbadge.png&w=640&q=75`,
  `${SITE}/_vercel/image?url=%2Fbadge.png&w=640`,
  `${SITE}/.netlify/images?url=%2Fbadge.png&w=640`,
  `${SITE}/_ipx/w_300/badge.png`,
  `${SITE}/cdn-cgi/image/width=300/badge.png`,
  `${SITE}/wp-content/uploads/2026/01/badge-300x300.png`,
  `${SITE}/wp-content/uploads/2026/01/badge.png?w=300`,
  `${SITE}/_image?href=%2F_astro%2Fbadge.e9c64733.png&w=300&f=webp`,
  `${SITE}/content/images/size/w600/2026/01/badge.png`,
]

describe('a picture that the page’s own site made anew', () => {
  it.each(OWN)('%s', (address) => {
    expect(isReworked(address)).toBe(true)
    expect(originalsOf(address).map(({ url }) => new URL(url).origin)).toContain(SITE)
  })
})

it.each([
  `${SITE}/badge.png`,
  `${SITE}/next/image.png`,
  `${SITE}/my_image?href=1`,
  `${SITE}/content/images/2026/01/badge.png`,
  `${SITE}/badge-300.png`,
  `${SITE}/wp-content/uploads/2026/01/badge.png?ver=1`,
  `${SITE}/a-3x3.jpg`,
])('a file as it lies there: %s', (address) => {
  expect(isReworked(address)).toBe(false)
})
