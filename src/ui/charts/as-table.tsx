import type { ComponentChildren } from 'preact'
import { Disclosure } from '../disclosure'
import { useWording } from '../wording-context'
import type { MessageKey } from '../wording'
import './as-table.css'

interface AsTableProps {
  columns: readonly MessageKey[]
  /** Its rows. */
  children: ComponentChildren
}

/** What a chart shows, for who would rather read it. */
export function AsTable({ columns, children }: AsTableProps) {
  const { text } = useWording()
  return (
    <div class="as-table">
      <Disclosure summary={text('chartTable')}>
        {() => (
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col" key={column}>
                    {text(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        )}
      </Disclosure>
    </div>
  )
}
