import type { ComponentChildren } from 'preact'
import { Disclosure } from '../disclosure'
import { useWording } from '../wording-context'
import type { MessageKey } from '../wording'
import './as-table.css'

interface AsTableProps {
  columns: readonly MessageKey[]
  /** Its rows. */
  children: ComponentChildren
  /** It has nothing that the chart does not say in figures. */
  repeats?: boolean
}

/** What a chart shows, for who would rather read it. */
export function AsTable({ columns, children, repeats = false }: AsTableProps) {
  const { text } = useWording()
  return (
    <div class="as-table">
      <Disclosure summary={text('chartTable')} staysClosed={repeats}>
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
