// What comes at the places of our customers in the next days: who of ours goes, and what to bring.
import type { Occasion } from '../../../shared/contract/places.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { sayBring, sayWhoGoes } from '../../../shared/messages/say-occasion.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { useToday } from '../../app/use-start.ts'
import shared from '../../ui/shared.module.css'
import classes from './TodayScreen.module.css'

const mostShown = 4

export function PlacesComing() {
  // Its absence says nothing wrong; Today itself tells when the file cannot be read.
  const { value: occasions = [] } = useLoaded('places.coming', {})
  if (occasions.length === 0) return null
  return (
    <section className={classes.coming} aria-labelledby="places-coming">
      <h2 id="places-coming" className={`${shared.heading} ${classes.comingTitle}`}>
        {t('places.coming')}
      </h2>
      <ol className={classes.comingSteps}>
        {occasions.slice(0, mostShown).map((occasion) => (
          <Line key={occasion.placeId} occasion={occasion} />
        ))}
      </ol>
    </section>
  )
}

function Line({ occasion }: { occasion: Occasion }) {
  const goTo = useApp((state) => state.goTo)
  const today = useToday()
  const sentences = [sayWhoGoes(occasion), sayBring(occasion)].filter(Boolean)
  return (
    <li>
      <span className={classes.comingDay}>
        {occasion.on === today ? t('places.next.today') : formatDate(occasion.on, 'short')}
      </span>
      <span>
        <button
          type="button"
          className={`${shared.name} ${classes.name}`}
          onClick={() => goTo({ name: 'place', id: occasion.placeId })}
        >
          {occasion.place}
        </button>
        {occasion.what && (
          <span className={`${shared.note} ${shared.wrap} ${shared.block}`}>{occasion.what}</span>
        )}
        {sentences.map((words) => (
          <span key={words} className={`${shared.note} ${shared.wrap} ${shared.block}`}>
            {t('places.occasion.alone', { head: words })}
          </span>
        ))}
      </span>
    </li>
  )
}
