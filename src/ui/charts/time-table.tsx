import type { ProfileReport } from '../../platform/messages'
import { Chip } from '../chip'
import { useWording } from '../wording-context'
import { AsTable } from './as-table'

interface TimeTableProps {
  profile: ProfileReport
  nameOf: (id: string) => string
}

/** Every badge with its verdict: those too that are not drawn. */
export function TimeTable({ profile: { entries }, nameOf }: TimeTableProps) {
  const { text, date } = useWording()
  const day = (iso: string | undefined): string => (iso === undefined ? '' : date(iso))
  return (
    <AsTable columns={['tableBadge', 'tableFinding', 'factIssued', 'factUntil']}>
      {entries.map(({ id, report }) => {
        const { issuedOn, validFrom, validUntil } = report.credential ?? {}
        return (
          <tr key={id}>
            <th scope="row">
              <bdi>{nameOf(id)}</bdi>
            </th>
            <td>
              <Chip facts={report} />
            </td>
            <td>{day(issuedOn ?? validFrom)}</td>
            <td>{validUntil === undefined ? text('timeOpenEnd') : day(validUntil)}</td>
          </tr>
        )
      })}
    </AsTable>
  )
}
