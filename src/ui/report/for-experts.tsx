import type { Need, NeedPurpose, RequestRecord, VerificationReport } from '../../verifier/report'
import { CopyButton } from '../copy-button'
import { Disclosure } from '../disclosure'
import { SOFTWARE } from '../export/software'
import { FactsTable, type Fact } from '../facts-table'
import { ForeignText } from '../foreign-text'
import { useStill } from '../still'
import { useWording } from '../wording-context'
import { carrierName, displaySource, formatName, type MessageKey, type Sentences } from '../wording'
import { readableSource } from './source-text'
import './for-experts.css'

interface ForExpertsProps {
  report: VerificationReport
  startsOpen?: boolean
}

/** Everything that another person needs to repeat the verification. */
export function ForExperts({ report, startsOpen = false }: ForExpertsProps) {
  const { text } = useWording()
  return (
    <div class="experts section">
      <Disclosure summary={text('sectionExperts')} heading startsOpen={startsOpen}>
        {() => <Inside report={report} />}
      </Disclosure>
    </div>
  )
}

function Inside({ report }: { report: VerificationReport }) {
  const s = useWording()
  const { text } = s
  const { source } = report
  const isStill = useStill()
  return (
    <>
      <FactsTable facts={technicalFacts(report, s)} />
      <h3>{text('expertHosts')}</h3>
      <Hosts requests={report.requests} needs={report.needs} />
      {source.text !== undefined && isStill && (
        <p class="experts-none">{text('expertSourceElsewhere')}</p>
      )}
      {source.text !== undefined && !isStill && (
        <>
          <h3 id="expert-source">{text('expertSource')}</h3>
          <pre class="source" dir="ltr" tabIndex={0} role="region" aria-labelledby="expert-source">
            {displaySource(readableSource(source.text))}
          </pre>
          <CopyButton value={source.text} label={text('copySource')} />
        </>
      )}
    </>
  )
}

function technicalFacts(report: VerificationReport, s: Sentences): Fact[] {
  const { text } = s
  const { source, credential, format } = report
  const rows: [MessageKey, string | undefined][] = [
    ['expertFormat', format === undefined ? undefined : formatName(format, s)],
    ['expertCarrier', carrierName(source.carrier, s)],
    ['expertCredentialId', credential?.id],
    ['expertIssuerId', report.issuer.id === '' ? undefined : report.issuer.id],
    ['expertTextHash', source.sha256],
    ['expertImageHash', source.imageSha256],
    ['expertCheckedAt', s.moment(report.checkedAt)],
    ['expertFreshUntil', report.freshUntil === undefined ? undefined : s.moment(report.freshUntil)],
    ['expertExtension', `${SOFTWARE.name} ${SOFTWARE.version}`],
  ]
  const facts = rows.flatMap(([key, value]) =>
    value === undefined || value === ''
      ? []
      : [{ key, label: text(key), value: <ForeignText text={value} /> }],
  )
  const versions = Object.entries(report.versions).map(([part, version]) => ({
    key: `version ${part}`,
    label: text('expertVersion', part),
    value: <ForeignText text={version} />,
  }))
  return [...facts, ...versions]
}

const PURPOSES: Record<NeedPurpose, MessageKey> = {
  assertion: 'purposeAssertion',
  issuer: 'purposeIssuer',
  key: 'purposeKey',
  status: 'purposeStatus',
  schema: 'purposeSchema',
  list: 'purposeList',
  esco: 'purposeEsco',
  artwork: 'purposeArtwork',
}

function Hosts({ requests, needs }: { requests: RequestRecord[]; needs: Need[] }) {
  const { text } = useWording()
  if (requests.length === 0 && needs.length === 0)
    return <p class="experts-none">{text('expertNoHosts')}</p>
  return (
    <table class="hosts">
      <thead>
        <tr>
          <th scope="col">{text('hostsHost')}</th>
          <th scope="col">{text('hostsPurpose')}</th>
          <th scope="col">{text('hostsStatus')}</th>
          <th scope="col">{text('hostsTime')}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request, index) => (
          <HostRow need={request} request={request} key={index} />
        ))}
        {needs.map((need, index) => (
          <HostRow need={need} key={`need ${index}`} />
        ))}
      </tbody>
    </table>
  )
}

function HostRow({ need, request }: { need: Need; request?: RequestRecord }) {
  const { text } = useWording()
  const status = request === undefined ? text('hostsNotAsked') : request.status
  return (
    <tr>
      <td title={need.url}>
        <ForeignText text={need.host} />
      </td>
      <td>{text(PURPOSES[need.purpose])}</td>
      <td>{status ?? text('hostsNoAnswer')}</td>
      <td class="hosts-time">
        {request !== undefined && text('milliseconds', Math.round(request.ms))}
      </td>
    </tr>
  )
}
