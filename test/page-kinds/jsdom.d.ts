/** The little that is used of jsdom, which comes without types. */
declare module 'jsdom' {
  type JsdomWindow = Window & typeof globalThis & { eval(script: string): unknown }
  export class VirtualConsole {
    on(what: 'jsdomError', hear: (error: Error) => void): void
  }
  export class JSDOM {
    constructor(
      html: string,
      options: {
        url: string
        runScripts?: 'dangerously'
        /** One that nobody listens to keeps the page's errors off the terminal. */
        virtualConsole?: VirtualConsole
        beforeParse?: (window: JsdomWindow) => void
      },
    )
    readonly window: JsdomWindow
  }
}
