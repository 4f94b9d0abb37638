import { createRef } from 'preact'
import { expect, test, vi } from 'vitest'
import { WhoseIsIt } from '../../../src/ui/report/whose-is-it'
import type { VerificationReport } from '../../../src/verifier/report'
import { TRUSTED } from '../../screens/reports'
import { SEALED } from '../../screens/seals'
import { shown } from './shown'

const form = (report: VerificationReport): string =>
  shown(<WhoseIsIt report={report} compare={vi.fn()} onCompared={vi.fn()} field={createRef()} />)

test('a badge is compared with an address', () => {
  expect(form(TRUSTED)).toContain('name="identity"')
  expect(form(TRUSTED)).not.toContain('type="date"')
})

test('a credential that says when its owner was born, with name and date of birth', () => {
  const { qualified } = SEALED
  if (!qualified) throw new Error('There is a qualified seal')
  expect(form(qualified)).toMatch(/name="name".*type="date"/s)
  expect(form(qualified)).not.toContain('name="identity"')
})
