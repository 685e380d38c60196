// A ring that fills as a count nears its goal, with the count inside.
import classes from './TouchRing.module.css'

interface TouchRingProps {
  count: number
  goal: number
  /** Under the number: "of 12". */
  caption: string
  /** For screen readers: "4 of 12 touches". */
  label: string
}

const radius = 25
const circumference = 2 * Math.PI * radius

export function TouchRing({ count, goal, caption, label }: TouchRingProps) {
  const part = goal > 0 ? Math.min(1, count / goal) : 0
  return (
    <svg className={classes.ring} viewBox="0 0 60 60" role="img" aria-label={label}>
      <circle className={classes.track} cx="30" cy="30" r={radius} />
      {part > 0 && (
        <circle
          className={classes.filled}
          cx="30"
          cy="30"
          r={radius}
          strokeDasharray={`${part * circumference} ${circumference}`}
          transform="rotate(-90 30 30)"
        />
      )}
      <text className={classes.count} x="30" y="29">
        {count}
      </text>
      <text className={classes.caption} x="30" y="42">
        {caption}
      </text>
    </svg>
  )
}
