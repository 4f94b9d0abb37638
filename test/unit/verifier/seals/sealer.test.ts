import { describe, expect, it, test } from 'vitest'
import { compareParties, plainName } from '../../../../src/verifier/seals/sealer'

const claim = (names: string[], identifiers: string[] = []) => ({ names, identifiers })

describe('names', () => {
  test.each([
    ['Grand College OÜ', 'GRAND COLLEGE OU'],
    ['Universität Musterstadt', 'UNIVERSITAT MUSTERSTADT'],
    ['Straße gGmbH', 'STRASSE GGMBH'],
    ['Escuela, S.L.', 'Escuela SL'],
    ['Université  d’Exemple', "universite d'exemple"],
    ['Ｅｘａｍｐｌｅ', 'Example'],
    ['Szkoła Główna', 'SZKOLA GLOWNA'],
    ['Højskolen', 'Hojskolen'],
  ])('%s is %s', (one, other) => {
    expect(compareParties({ organisation: one }, claim([other]))).toBe('same')
  })

  test.each([
    ['University of X', 'University of Y'],
    // Cyrillic а
    ['Example Academy', 'Exаmple Academy'],
    ['Example', 'Example Ltd'],
    ['MIT', 'M I T x'],
  ])('%s is not %s', (one, other) => {
    expect(compareParties({ organisation: one }, claim([other]))).toBe('other')
  })

  it('are compared in every language', () => {
    const names = ['University of Example', 'Universidad de Ejemplo']
    expect(compareParties({ organisation: 'UNIVERSIDAD DE EJEMPLO' }, claim(names))).toBe('same')
  })

  it('of nothing but signs are none', () => {
    expect(plainName('—…')).toBe('')
    expect(compareParties({ organisation: '—' }, claim(['…']))).toBe('unknown')
    expect(compareParties({}, claim(['Example']))).toBe('unknown')
    expect(compareParties({ organisation: 'Example' }, claim([]))).toBe('unknown')
  })
})

describe('identifiers', () => {
  const sealer = (identifier: string) => ({ organisation: 'Example', identifier })

  test.each([
    ['NTREE-17207834', '17207834'],
    ['NTREE-17207834', 'NTREE-17207834'],
    ['NTREE-17207834', 'ntree-17 207 834'],
    ['VATES-A00000000', 'A00000000'],
    ['VATEE-100', 'EE100'],
    ['17207834', 'NTREE-17207834'],
  ])('%s is %s', (one, other) => {
    expect(compareParties(sealer(one), claim(['Example'], [other]))).toBe('same')
  })

  test.each([
    ['NTREE-17207834', '17207835'],
    // the same number in the register of another country
    ['NTREE-17207834', 'NTRLV-17207834'],
    ['NTREE-17207834', 'LV17207834'],
  ])('%s is not %s, whatever the names', (one, other) => {
    expect(compareParties(sealer(one), claim(['Example'], [other]))).toBe('other')
  })

  it('of two registers say nothing about each other, so that names decide', () => {
    const identifiers = ['VATEE-100366327']
    expect(compareParties(sealer('NTREE-17207834'), claim(['Example'], identifiers))).toBe('same')
    expect(compareParties(sealer('NTREE-17207834'), claim(['Other'], identifiers))).toBe('other')
  })

  // Anybody may write their own identifier beside another's name.
  it('do not make another name the sealer’s', () => {
    const found = compareParties(sealer('NTREE-17207834'), claim(['MIT'], ['17207834']))
    expect(found).toBe('renamed')
  })

  it('suffice where there is no name', () => {
    expect(compareParties({ identifier: 'NTREE-1' }, claim(['MIT'], ['NTREE-1']))).toBe('same')
    expect(compareParties(sealer('NTREE-1'), claim([], ['1']))).toBe('same')
  })
})
