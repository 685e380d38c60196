// What an owner goes on typing while words are on their way to the disk: it is not of what was saved, and stays.

/**
 * What was typed after `sent` had been sent on.
 * @param now the box as it is when the answer comes; changed before its end, it is all still wanted
 */
export function readTypedSince(sent: string, now: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).replace(/^\n/, '') : now
}
