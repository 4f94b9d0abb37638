/** What `--help` prints. */
export const USAGE = `Verifies digital badges: who issued them, and whether they were changed.

Usage: npm run -s verify -- [options] FILE|URL|FOLDER ...
       find . -name '*.png' -print0 | npm run -s verify -- -0 --json

A file is a PNG, SVG, PDF, JSON, JSON-LD or JWT, told by its content. A folder is searched whole; links
to folders are not followed. With no name, or with -, names are read from standard input, one a line.

  --json             one JSON object a line for each file, as soon as it is ready: the whole report
                     and "input", the name; or "input" and "error" where nothing could be read
  --offline          ask nobody; what needs an answer from a host is then unverifiable
  --recipient WHO    e-mail, URL, telephone or DID that the badges should be awarded to; repeatable
  --now DATE         judge as of this date instead of today: 2026-01-31 or 2026-01-31T12:00:00Z
  --trust-list FILE  issuers that you trust; repeatable
  --esco FILE        ESCO's CSV download (zip or one csv), to look up the skills that badges name; without
                     it they are not looked up, and ESCO is never asked
  --concurrency N    badges at the same time, a thread each (with hosts to ask 8 or more, else one a core)
  -0, --null         names on standard input end in NUL instead of a line break
  --help, --version

Without --offline the issuers' hosts are asked: they see this machine's address and which badge is checked.
EU trusted lists are never asked, so that no seal is called qualified.

Exit status, the highest that applies:
  0  every badge is trusted or authentic, and there is at least one
  1  some badge needs attention
  2  some badge could not be checked
  3  some badge is invalid
  4  something named could not be read or holds no badge, or the command was called wrongly
  130 stopped by Ctrl-C
`
