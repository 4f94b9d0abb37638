import { expect, it } from 'vitest'
import { moodle } from '../../../../src/discovery/providers/moodle'
import { checkProvider } from './check-provider'

const HASH = '1449850ff7707c0d5b1a095a0020646ff52f649b'
const at = (site: string) => [
  { url: `${site}/badges/assertion.php?b=${HASH}&obversion=2`, accept: 'application/json' },
  { url: `${site}/badges/json/assertion.php?b=${HASH}&obversion=2p0`, accept: 'application/json' },
]
const baked = `https://moodle.example/pluginfile.php/1/badges/userbadge/7/${HASH}`

checkProvider(moodle, {
  anyHost: true,
  awards: {
    [`https://moodle.example/badges/badge.php?hash=${HASH}`]: at('https://moodle.example'),
    [`https://www.open.example/openlearn/badges/badge.php?lang=en&hash=${HASH}`]: at(
      'https://www.open.example/openlearn',
    ),
    [`https://moodle.example/BADGES/badge.php?hash=${HASH.toUpperCase()}`]:
      at('https://moodle.example'),
    // The assertion itself, as older and newer sites have it.
    [`https://moodle.example/badges/assertion.php?b=${HASH}`]: at('https://moodle.example'),
    [`https://a.example/m/badges/json/assertion.php?b=${HASH}&action=1`]: at('https://a.example/m'),
  },
  images: {
    [baked]: [{ url: baked, accept: 'image/png, image/svg+xml' }, ...at('https://moodle.example')],
  },
  templates: ['https://moodle.example/pluginfile.php/1/badges/badgeimage/7/f1'],
  others: [
    'https://moodle.example/badges/badge.php?hash=',
    `https://moodle.example/badges/badge.php?xhash=${HASH}`,
    `https://moodle.example/badges/badge.php?hash=${HASH}0`,
    `https://moodle.example/badges/badge.php#?hash=${HASH}`,
    `https://moodle.example/?x=/badges/badge.php?hash=${HASH}`,
    'https://moodle.example/badges/badgeclass.php?id=7',
    'https://moodle.example/badges/assertion.php?b=7',
    `https://moodle.example/badges/assertion.php?ab=${HASH}`,
  ],
})

it('asks the site in whose folder the badge is', () => {
  const twice = `https://a.example/badges/badge.php/badges/badge.php?hash=${HASH}`
  const recognised = moodle.recognise(new URL(twice))
  expect(recognised).toEqual({ is: 'award', at: at('https://a.example/badges/badge.php') })
})
