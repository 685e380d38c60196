// Tells on stderr what the set-up is doing, so that nobody looks at a still screen and stdout stays the command's.

const REMINDER_MS = 20_000

export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs one slow step: says what it does, that it still does, and how long it took. */
export async function runStep(title, work) {
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
  say(`${title} …`)
  const reminder = setInterval(() => say(`  still at it after ${seconds()}`), REMINDER_MS)
  try {
    const result = await work()
    say(`  took ${seconds()}`)
    return result
  } catch (error) {
    say(`  stopped after ${seconds()}`)
    throw error
  } finally {
    clearInterval(reminder)
  }
}
