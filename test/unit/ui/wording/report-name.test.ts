import { expect, test } from 'vitest'
import { nameInReport } from '../../../../src/ui/wording'
import type { ReportKind } from '../../../../src/verifier/report'
import { CREDENTIAL } from '../../../screens/credential'

const named = (kind: ReportKind, format: string, name?: string) =>
  nameInReport({
    ...{ kind, format },
    credential: { ...CREDENTIAL, ...(name !== undefined && { name: { en: name } }) },
  })
const ACHIEVEMENT = CREDENTIAL.achievements[0]?.name

test('a badge is called what its achievement is called', () => {
  expect(named('credential', 'OpenBadges/3.0', 'Certificate 17')).toEqual(ACHIEVEMENT)
})

test('a European Digital Credential has a title of its own', () => {
  expect(named('credential', 'ELM/3', 'Diploma supplement')).toEqual({ en: 'Diploma supplement' })
  expect(named('unsealed', 'ELM/3', 'Diploma supplement')).toEqual({ en: 'Diploma supplement' })
  expect(named('credential', 'ELM/3')).toEqual(ACHIEVEMENT)
})

test('a record is not called what one of its achievements is called', () => {
  expect(named('clr', 'CLR/2.0')).toBeUndefined()
  expect(named('clr', 'CLR/2.0', 'Transcript')).toEqual({ en: 'Transcript' })
})
