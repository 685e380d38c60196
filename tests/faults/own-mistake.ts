// A call that the program does not understand is a mistake of these tests: it breaks the range, lest nothing tried pass for nothing wrong.

/** @throws Error for 'bad-input': the contract has changed since the tests were written */
export function refuseOwnMistake({ code, facts }: { code: string; facts?: unknown }): void {
  if (code === 'bad-input') throw new Error(`the tests ask wrongly: ${JSON.stringify(facts)}`)
}
