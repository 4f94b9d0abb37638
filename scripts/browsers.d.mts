/** Path of an executable that can load the extension; installs one where there is none. */
export function chromium(): Promise<string>
export function firefox(): Promise<string>
