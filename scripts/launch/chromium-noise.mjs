// Chromium complains on stderr of buses, cards and drivers that a small machine lacks; the owner reads our lines alone.
import { Transform } from 'node:stream'

const noise = [
  // [1234:1121/120000.123:ERROR:dbus/bus.cc(408)]; FATAL passes, for it explains a crash
  /^\[\d+(:\d+)?:\d{4}\/\d{6}\.\d+:(ERROR|WARNING|INFO|VERBOSE\d+):/,
  /^libva (error|info|warning): /,
  /^(MESA|MESA-LOADER|libEGL|libGL)( \w+)?: /,
  /^\(\w[\w.-]*:\d+\): [\w-]+-(WARNING|CRITICAL|Message|INFO) \*\*: /,
  /^(Gtk|Fontconfig|ALSA lib|Xlib|glx|dbus)[\w-]*( warning| error)?[: ]/i,
  /^(The futex facility|ATTENTION: default value of option|Failed to open wayland)/,
]

export function isChromiumNoise(line) {
  return noise.some((pattern) => pattern.test(line))
}

/** Passes on the lines of a program's stderr that are not noise. */
export function makeNoiseFilter() {
  let rest = ''
  return new Transform({
    decodeStrings: false,
    transform(chunk, _encoding, done) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop()
      done(
        null,
        lines
          .filter((line) => !isChromiumNoise(line))
          .map((line) => `${line}\n`)
          .join(''),
      )
    },
    flush(done) {
      done(null, isChromiumNoise(rest) ? '' : rest)
    },
  })
}
