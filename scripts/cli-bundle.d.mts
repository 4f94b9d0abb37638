/** Resolves to the folder with `bin.js` and `worker.js`. */
export function cliBundle(): Promise<string>
