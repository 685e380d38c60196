// Entry of the benchmarks, run by Electron's own Node, which reads TypeScript as it is.
import './run.ts'
