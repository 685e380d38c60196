// Mounts the app: policy for Mantine's styles first, then the providers.
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import './trusted-styles.ts'
import './styles.ts'
import { App } from './app/App.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
setNonce(nonce)
createRoot(document.getElementById('root')!).render(<App nonce={nonce} />)
