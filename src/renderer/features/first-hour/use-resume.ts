// Once, when the program starts: back to the step of the first hour where it was closed.
import { useEffect } from 'react'
import { useApp } from '../../app/app.store.ts'
import { useFirstHour } from './first-hour.store.ts'

let asked = false

export function useResume(): void {
  useEffect(() => {
    if (asked) return
    asked = true
    void useFirstHour
      .getState()
      .resume()
      .then((step) => {
        // The owner may have gone elsewhere meanwhile.
        if (step && useApp.getState().screen.name === 'today') useApp.getState().goTo({ name: step })
      })
  }, [])
}
