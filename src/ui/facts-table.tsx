import type { ComponentChildren } from 'preact'
import './facts-table.css'

export interface Fact {
  key: string
  label: string
  value: ComponentChildren
}

/** Names and values, where the eye can run down either. */
export function FactsTable({ facts }: { facts: Fact[] }) {
  if (facts.length === 0) return null
  return (
    <dl class="facts">
      {facts.map(({ key, label, value }) => (
        <div class="fact" key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
