/** What jsdom lacks: it is idle as soon as a timer runs, real or not. */
globalThis.requestIdleCallback = (run) =>
  Number(
    setTimeout(() => {
      run({ didTimeout: false, timeRemaining: () => 0 })
    }),
  )

export {}
