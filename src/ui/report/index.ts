export { ExportButton } from './export-button'
export { ReportView } from './report-view'
export type { Compare } from './whose-is-it'
