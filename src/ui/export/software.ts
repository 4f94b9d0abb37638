import { version } from '../../../manifest.json'

/** Who wrote a file. The version of what judged a report stands in the report. */
export const SOFTWARE = { name: 'Touchstone', version } as const
