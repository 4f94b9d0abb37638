/** What an identity may be called: a label is kept as it is, and must not say what is kept as a hash alone. */
import { describe, expect, it } from 'vitest'
import { givesAway } from '../../../../src/background/own-badges/label'
import type { GivenIdentity } from '../../../../src/platform/messages'

const SHORT = 'ada@mail.example'
const EMAIL = 'ada.lovelace+badges@mail.example'
const DID = 'did:web:ada-lovelace.example'
const PATH_DID = 'did:web:wallets.example%3A8443:users:ada-lovelace'
const PAGE = 'https://www.linkedin.com/in/ada-lovelace'
const NUMBER = '+49 30 1234567'
const ADA: GivenIdentity = { name: 'Ada Lovelace', dateOfBirth: '1815-12-10' }
const ALL = [SHORT, EMAIL, DID, PATH_DID, PAGE, NUMBER, '+49 89 12345', ADA]

describe('a label that says the identity is refused', () => {
  it.each<[GivenIdentity, string]>([
    [SHORT, 'ada(at)mail.example'],
    [SHORT, 'ada at mail dot example'],
    [SHORT, 'Ada [AT] Mail [Punkt] example'],
    [SHORT, 'ada arroba mail punto example'],
    ['ada@work.at', 'ada at work dot at'],
    [SHORT, 'ada%40mail.example'],
    [SHORT, '%61%64%61 at mail%2Eexample'],
    ['ada@xn--mnchen-3ya.example', 'ada@münchen.example'],
    ['ada@xn--mnchen-3ya.example', 'ada (at) München dot example'],
    ['ada@münchen.example', 'ada@xn--mnchen-3ya.example'],
    ['https://xn--mnchen-3ya.example/ada', 'münchen.example'],
    ['ada1990@mail.example', 'ada١٩٩٠@mail.example'],
    [`mailto:${SHORT}`, 'ada @ mail . example'],
    [EMAIL, 'ada.lovelace'],
    [EMAIL, 'Lovelace, Ada'],
    [DID, 'ada-lovelace.example'],
    [DID, 'ada-lovelace dot example'],
    [`${DID}#key-1`, 'Ada-Lovelace.Example'],
    [PATH_DID, 'ada lovelace'],
    [
      'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    ],
    [PAGE, 'ada-lovelace'],
    [PAGE, 'Ada Lovelace on LinkedIn'],
    [`${PAGE}/?utm_source=share`, 'ada-lovelace'],
    ['http://people.school.example/~ada-lovelace.html', 'adalovelace'],
    ['https://ada-lovelace.example/about', 'ada-lovelace.example'],
    ['https://people.example/Ada%20L%C3%B6velace', 'ada lövelace'],
    ['https://x.example/%E0%A4%A-lovelace', '%E0%A4%A-lovelace'],
    [NUMBER, '030 1234567'],
    [NUMBER, '+49 (0)30 1234567'],
    [NUMBER, 'Office: 030/123 45 67'],
    [NUMBER, 'my 1234567'],
    ['+49 (0)30 1234567', '+49301234567'],
    ['+49 89 12345', '089 12345'],
    ['+49 89 1234', '089/1234'],
    [ADA, 'Lovelace, Ada 10.12.1815'],
    [ADA, 'Lovelace, Ada'],
    [ADA, 'ADA LOVELACE'],
    [ADA, 'Ada B. Lovelace'],
    [ADA, 'adalovelace'],
    [ADA, '10.12.1815'],
    [ADA, '12/10/1815'],
    [ADA, '18151210'],
    [ADA, '10-12-15'],
    [ADA, '10 Dec 15'],
    [ADA, '١٠/١٢/١٨١٥'],
    [ADA, '१० दिसंबर १८१५'],
    [ADA, 'Ada%20Lovelace'],
    [{ name: 'Ada', dateOfBirth: '1917-05-17' }, '17 May 17'],
    [ADA, '10 December 1815'],
    [ADA, 'Born 1815, 10 Dec'],
    [{ name: 'Ada', dateOfBirth: '1990-02-01' }, 'Ada at work'],
    [{ name: 'Ada', dateOfBirth: '1990-02-01' }, '1.2.90'],
    [{ name: 'Zoë Müller', dateOfBirth: '1990-02-01' }, 'Muller, Zoe'],
    [{ name: '山田太郎', dateOfBirth: '1990-02-01' }, '山田太郎の'],
  ])('%j: %s', (identity, label) => {
    expect(givesAway(label, identity)).toBe(true)
  })
})

describe('a label that says nothing of it may be', () => {
  const HARMLESS = [
    ...['', 'Work', 'At work', 'Private', 'Privat', 'University mail', 'School', 'E-mail', 'Mail'],
    ...['Phone at home', 'Mobile 2', 'LinkedIn', 'My wallet', 'Class of 2015', 'Since 10/2021'],
    ...[
      'Canada',
      'Old address',
      'Dot',
      'Telefon (0)',
      '2026-11-23',
      'Name and date of birth',
      '大学',
    ],
  ]

  it.each(HARMLESS)('%j', (label) => {
    for (const identity of ALL)
      expect(givesAway(label, identity), JSON.stringify(identity)).toBe(false)
  })

  it.each<[GivenIdentity, string]>([
    ['ada@university.example', 'University mail'],
    ['did:web:university.com', 'University'],
    ['private@mail.example', 'Private'],
    ['https://university.example/people/profile', 'Profile'],
    ['https://university.example/work', 'Work'],
    ['https://github.com/ada', 'Canada'],
    [{ name: 'Ada', dateOfBirth: '1990-02-01' }, 'Canada 2'],
    ['punkt.ada@mail.example', 'Canada'],
    [{ name: 'Ada', dateOfBirth: '1917-05-17' }, 'Room 17'],
    ['ada@münchen.example', 'München'],
    ['ada@mail.example', '100 % Schule'],
  ])('%j: %s', (identity, label) => {
    expect(givesAway(label, identity)).toBe(false)
  })
})
