/**
 * Countries with a trusted list: the European Union and, by the agreement on the European Economic Area,
 * Iceland, Liechtenstein and Norway. A certificate of any other country makes nobody be asked.
 */
const TERRITORIES = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  ),
)

/** Greece is EL in lists (ETSI TS 119 612, section 5.3.10) and GR in most certificates. */
const IN_LISTS: Record<string, string> = { GR: 'EL' }

/** @param country ISO 3166-1 alpha-2; undefined where it has no trusted list */
export function territoryOf(country: string): string | undefined {
  const territory = IN_LISTS[country] ?? country
  return TERRITORIES.has(territory) ? territory : undefined
}
