import type {
  DescriptorGroup,
  DescriptorRow,
  DescriptorTable,
  DescriptorValue,
  Explanation,
} from '../../verifier/report'
import { Disclosure } from '../disclosure'
import { FactsTable, type Fact } from '../facts-table'
import { ForeignText } from '../foreign-text'
import { SafeLink } from '../safe-link'
import { useWording } from '../wording-context'
import {
  completenessOf,
  elementName,
  elementNote,
  elementState,
  explanationName,
  explanationState,
  frameworkName,
  groupName,
  nameOfCode,
  sourceName,
} from '../wording'
import { Section } from './section'
import './elements.css'

/** What a micro-credential should say, as each framework asks for it, and whether this one does. */
export function Elements({ tables }: { tables: readonly DescriptorTable[] | undefined }) {
  const s = useWording()
  if (tables === undefined || tables.length === 0) return null
  return (
    <Section title={s.text('sectionElements')} note={s.text('elementsNote')}>
      <ul class="frameworks">
        {tables.map((table) => (
          <li class="framework" data-framework={table.framework.id} key={table.framework.id}>
            <Disclosure summary={<FrameworkLine table={table} />}>
              {() => <FrameworkTable table={table} />}
            </Disclosure>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function FrameworkLine({ table }: { table: DescriptorTable }) {
  const s = useWording()
  return (
    <span class="framework-line">
      <h3>{frameworkName(table, s)}</h3>
      <span class="framework-count">{completenessOf(table, s)}</span>
    </span>
  )
}

const GROUPS: readonly DescriptorGroup[] = ['descriptive', 'structural', 'administrative']

function FrameworkTable({ table }: { table: DescriptorTable }) {
  const s = useWording()
  const { framework, rows, explanations } = table
  const groups = GROUPS.map((group) => ({ group, own: rows.filter((row) => row.group === group) }))
  return (
    <>
      {groups.map(({ group, own }) =>
        own.length === 0 ? null : (
          <div class="element-group" key={group}>
            <h4>{groupName(group, s)}</h4>
            <FactsTable facts={own.map((row) => ({ ...labelOf(row), value: <Row row={row} /> }))} />
          </div>
        ),
      )}
      {explanations.length > 0 && <FactsTable facts={explanations.map(explained)} />}
      <p class="element-document">
        {s.text('elementsFrom', { composed: framework.document }, { composed: framework.section })}
      </p>
    </>
  )

  function labelOf({ descriptor }: DescriptorRow): Pick<Fact, 'key' | 'label'> {
    return { key: descriptor, label: elementName(descriptor, s) }
  }

  function explained(explanation: Explanation): Fact {
    return {
      key: explanation.id,
      label: explanationName(explanation, s),
      value: explanationState(explanation, s),
    }
  }
}

function Row({ row }: { row: DescriptorRow }) {
  const s = useWording()
  const state = elementState(row, s)
  return (
    <div data-state={row.state}>
      {row.values.map((value, index) => (
        <p class="element-value" key={index}>
          <Value value={value} /> <span class="element-source">{sourceName(value.source, s)}</span>
        </p>
      ))}
      {state !== undefined && <p class={isWanting(row) ? 'element-wanting' : undefined}>{state}</p>}
      {row.notes.map((note) => (
        <p class="element-note" key={note}>
          {elementNote(note, s)}
        </p>
      ))}
    </div>
  )
}

/** Worth a second look: what a framework demands and the badge does not say, or says twice. */
function isWanting({ state, obligation }: DescriptorRow): boolean {
  return state === 'contradictory' || state === 'empty' || obligation === 'mandatory'
}

function Value({ value }: { value: DescriptorValue }) {
  const s = useWording()
  const { kind, text, language } = value
  switch (kind) {
    case 'date':
      return <>{s.date(text)}</>
    case 'country':
      return <ForeignText text={nameOfCode('region', text, s.locale)} />
    case 'language':
      return <ForeignText text={nameOfCode('language', text, s.locale)} />
    case 'url':
      return <SafeLink url={text} unverified />
    case 'hashed-identity':
      return <>{s.text('elementHashed', text)}</>
    case 'number':
    case 'count':
    case 'identity':
    case 'text':
      return <ForeignText text={language === undefined ? text : { [language]: text }} lines />
  }
}
