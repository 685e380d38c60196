// Paths the owner chose, behind tokens: the renderer names a token, only main knows the path.
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'

export interface Grants {
  grant(path: string): { token: string; name: string }
  pathOf(token: string): string | undefined
  /** The paths behind every token that a call's input names. */
  pathsIn(input: unknown): Record<string, string>
}

export function makeGrants(): Grants {
  const paths = new Map<string, string>()
  return {
    grant(path) {
      const token = randomUUID()
      paths.set(token, path)
      return { token, name: basename(path) }
    },
    pathOf: (token) => paths.get(token),
    pathsIn(input) {
      const found: Record<string, string> = {}
      const look = (value: unknown): void => {
        if (typeof value === 'string') {
          const path = paths.get(value)
          if (path !== undefined) found[value] = path
        } else if (Array.isArray(value)) for (const item of value) look(item)
      }
      if (typeof input === 'object' && input !== null) for (const value of Object.values(input)) look(value)
      return found
    },
  }
}
