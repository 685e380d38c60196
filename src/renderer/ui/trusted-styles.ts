// Mantine writes its <style> by innerHTML, which Trusted Types forbid: this policy lets through only text without tags.
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown
}

const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes }
trustedTypes?.createPolicy('default', {
  createHTML(text) {
    if (text.includes('<')) throw new TypeError('markup is never set from text')
    return text
  },
})
