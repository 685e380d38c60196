// Puts text on the clipboard by the page's own copy command: the clipboard API asks for a permission no page gets here.

/** Only while a click or key press is handled. Answers whether it worked. */
export function copyText(text: string): boolean {
  let copied = false
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    copied = true
  }
  document.addEventListener('copy', put)
  document.execCommand('copy')
  document.removeEventListener('copy', put)
  return copied
}
