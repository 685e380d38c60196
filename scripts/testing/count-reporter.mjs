// A reporter for Node's own test runner that writes counts as JSON, which that runner does not do by itself.

export default async function* countReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    // Files and `describe` blocks are reported too; only tests count, unless a file breaks outside its tests.
    const isContainer = data.details?.type === 'suite' || (type === 'test:pass' && data.name === data.file)
    if (isContainer) continue
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1
    else if (type === 'test:pass') counts.passed += 1
    else counts.failed += 1
  }
  yield JSON.stringify(counts)
}
