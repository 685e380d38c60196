// The only door to zod: eval-free mode must be set before the first schema, or the CSP would be broken by it.
import { z } from 'zod'

z.config({ jitless: true })

export { z }
