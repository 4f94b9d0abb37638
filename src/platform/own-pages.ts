/** Pages of the extension, as paths from its root. */

/** Where the user sets whom to trust. */
export const OPTIONS_PAGE = 'src/pages/options/index.html'

/** Where the user has files verified. */
export const FILES_PAGE = 'src/pages/files/index.html'

/** Where the user tries it out. */
export const SAMPLE_PAGE = 'src/pages/sample/index.html'

/** Where the user finds again what was verified. */
export const HISTORY_PAGE = 'src/pages/history/index.html'

/** Where a report is read; which one, its query says. */
export const REPORT_PAGE = 'src/pages/verify/index.html'

/** What the user sees first. */
export const WELCOME_PAGE = 'src/pages/welcome/index.html'
