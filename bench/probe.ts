// Runs in the page: times from an input event's own time stamp to the end of the frame that shows its outcome.

/** Selectors that must match, and words that must stand in one of them. */
export interface Outcome {
  /** Every one of these is there. */
  present: string[]
  /** None of these is there. */
  absent: string[]
  /** The value of the first field, when the input is typed. */
  field?: { selector: string; value: string }
  /** An element holds these words. */
  words?: { selector: string; text: string }
}

interface Probe {
  arm(event: string, outcome: Outcome): void
  result: Promise<number>
}

/** Given to page.evaluate as it is: uses nothing from outside itself. */
export function installProbe(): void {
  const holds = (outcome: Outcome) => {
    const { present, absent, field, words } = outcome
    if (field && document.querySelector<HTMLInputElement>(field.selector)?.value !== field.value) return false
    if (words) {
      const elements = [...document.querySelectorAll(words.selector)]
      if (!elements.some((element) => element.textContent?.includes(words.text))) return false
    }
    return (
      present.every((selector) => document.querySelector(selector)) &&
      !absent.some((selector) => document.querySelector(selector))
    )
  }
  const probe: Probe = {
    result: Promise.resolve(0),
    arm(event, outcome) {
      probe.result = new Promise((resolve) => {
        const begin = (input: Event) => {
          const look = () => {
            if (!holds(outcome)) return requestAnimationFrame(look)
            // This task runs when the frame has been laid out and painted; waiting for the next frame instead
            // would add the screen's idle time to every figure.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - input.timeStamp)
            return port2.postMessage(null)
          }
          requestAnimationFrame(look)
        }
        addEventListener(event, begin, { capture: true, once: true })
      })
    },
  }
  Object.assign(window, { benchProbe: probe })
}
