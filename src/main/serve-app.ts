// The app:// scheme: a fixed map of our own files, each answer with the policy that nothing else may run.
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { app, protocol } from 'electron'

export const appOrigin = 'app://regulars'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Set by `npm run dev` alone, to reload on change; a packaged program never reads it. */
export const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

/** Whether a frame's origin is ours. */
export function isOurOrigin(origin: string): boolean {
  return origin === appOrigin || (devServer !== undefined && origin === new URL(devServer).origin)
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

function listFiles(root: string): Map<string, string> {
  const files = new Map<string, string>()
  if (!existsSync(root)) return files
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(root, path).split(sep).join('/')}`, path)
  }
  return files
}

/** Serves only files that were there at start, by their exact names: no path is ever built from a request. */
export function serveApp(root: string): void {
  const files = listFiles(root)
  protocol.handle('app', (request) => {
    const url = new URL(request.url)
    const path = url.host === 'regulars' && request.method === 'GET' ? files.get(url.pathname) : undefined
    if (path === undefined)
      return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
    const nonce = randomBytes(16).toString('base64')
    const extension = extname(path)
    let body: string | Buffer<ArrayBuffer> = readFileSync(path)
    if (extension === '.html') body = body.toString('utf8').replaceAll('__NONCE__', nonce)
    return new Response(body, {
      headers: {
        'content-type': types[extension] ?? 'application/octet-stream',
        'content-security-policy': policy(nonce),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      },
    })
  })
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}
