import { describe, expect, it } from 'vitest'
import { withoutRedirectors } from '../../../src/discovery/redirectors'

const inner = 'https://badges.example/1?v=2'
const google = (address: string) =>
  `https://www.google.com/url?q=${encodeURIComponent(address)}&sa=D&sntz=1&usg=AOvVaw1`
const wrapped = (address: string, path = 'safety/go/') =>
  `https://www.linkedin.com/${path}?url=${encodeURIComponent(address)}&urlhash=aB1c&trk=public_profile`

describe('withoutRedirectors', () => {
  it.each([
    wrapped(inner),
    wrapped(inner, 'safety/go'),
    wrapped(inner, 'redir/redirect'),
    wrapped(inner, 'redir/general-malware-page'),
    wrapped(inner).replace('www.', 'de.'),
    wrapped(inner).replace('?url', '?trk=a&url'),
    google(inner),
    google(wrapped(inner)),
    `https://www.youtube.com/redirect?event=video_description&redir_token=Q&q=${encodeURIComponent(inner)}`,
    `https://l.facebook.com/l.php?u=${encodeURIComponent(inner)}&h=AT1jiXMx`,
    `https://lm.facebook.com/l.php?h=AT1jiXMx&u=${encodeURIComponent(inner)}`,
    `https://l.instagram.com/?u=${encodeURIComponent(inner)}&e=ATP7jhg`,
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=05%7C02`,
    wrapped(wrapped(inner)),
    wrapped('http://badges.example/1?v=2&trk=public_profile_see-credential'),
    inner,
  ])('leads from %s', (address) => {
    expect(withoutRedirectors(address)?.href).toBe(inner)
  })

  it('stops after two, and asks the third nothing', () => {
    const thrice = withoutRedirectors(wrapped(wrapped(wrapped(inner))))
    expect(thrice?.hostname).toBe('www.linkedin.com')
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://localhost/',
    'https://10.0.0.1/',
    'https://jane:secret@badges.example/',
    'https://badges.example:8443/',
    '//badges.example/',
    '/in/jane',
    '',
  ])('leads to no %s', (address) => {
    expect(withoutRedirectors(wrapped(address))).toBeUndefined()
    expect(withoutRedirectors(google(address))).toBeUndefined()
  })

  it.each([
    ['of a page', 'https://evil.example/safety/go/?url=https%3A%2F%2Fa.example%2F'],
    [
      'of a host like it',
      'https://linkedin.com.evil.example/safety/go/?url=https%3A%2F%2Fa.example',
    ],
    ['of another place', 'https://www.linkedin.com/share?url=https%3A%2F%2Fa.example%2F'],
    ['of another of Google’s places', 'https://www.google.com/search?q=https%3A%2F%2Fa.example%2F'],
    ['of a film', 'https://www.youtube.com/watch?q=https%3A%2F%2Fa.example%2F'],
    ['of a sharer', 'https://www.facebook.com/sharer.php?u=https%3A%2F%2Fa.example%2F'],
    ['of Outlook itself', 'https://protection.outlook.com/?url=https%3A%2F%2Fa.example%2F'],
    [
      'of a host like Outlook',
      'https://a.safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fa.example%2F',
    ],
    ['of a host like Google', 'https://google.com.evil.example/url?q=https%3A%2F%2Fa.example%2F'],
    ['in a fragment', 'https://www.linkedin.com/safety/go/?x=1#&url=https%3A%2F%2Fa.example%2F'],
    ['with another name', 'https://www.linkedin.com/safety/go/?xurl=https%3A%2F%2Fa.example%2F'],
  ])('takes no parameter %s', (_, address) => {
    expect(withoutRedirectors(address)?.href).toBe(address)
  })

  it('takes the first of two addresses, as the redirector does', () => {
    const two = wrapped(inner).replace(
      '&trk',
      `&url=${encodeURIComponent('https://b.example/')}&trk`,
    )
    expect(withoutRedirectors(two)?.href).toBe(inner)
  })
})
