import type { Sentences } from './sentences'

/**
 * What a language calls a country (ISO 3166-1) or a language (BCP 47); the code itself where it is none.
 * It came out of a badge, and `Intl` throws for one that is not well formed.
 */
export function nameOfCode(type: 'language' | 'region', code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code
  } catch {
    return code
  }
}

/** The country of a trusted list (TS 119 612, SchemeTerritory), which has Greece as `EL`. */
export function listCountry(country: string, { locale }: Sentences): string {
  return nameOfCode('region', country === 'EL' ? 'GR' : country, locale)
}
