// Customers who are not on the list any more, on a date of theirs: greet, put on the list, or not this year.
import { Button } from '@mantine/core'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { useApp } from '../../app/app.store.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useWording } from '../../app/use-start.ts'
import { FocusButton } from '../../features/focus-list/FocusButton.tsx'
import shared from '../../ui/shared.module.css'
import classes from './TodayScreen.module.css'

type Hello = CallOutput<'today.hellos'>[number]

export function SayHello() {
  // Its absence says nothing wrong; Today itself tells when the file cannot be read.
  const { value: hellos = [] } = useLoaded('today.hellos', {})
  if (hellos.length === 0) return null
  return (
    <section className={`${shared.stackS4} ${classes.thanks}`} aria-labelledby="say-hello">
      <h2 id="say-hello" className={`${shared.heading} ${classes.comingTitle}`}>
        {t('today.hello.title')}
      </h2>
      {hellos.map((hello) => (
        <Line key={hello.personId} hello={hello} />
      ))}
    </section>
  )
}

function Line({ hello }: { hello: Hello }) {
  const openDialog = useApp((state) => state.openDialog)
  const wording = useWording()
  const { personId } = hello
  const name = personName(hello)
  return (
    <div className={`${shared.stackS2} ${shared.startAll} ${classes.thank}`}>
      <p>
        <PersonLink id={personId} className={`${shared.name} ${classes.name}`}>
          {name}
        </PersonLink>{' '}
        {say(hello.message)}
      </p>
      <div className={classes.answers}>
        <Button size="xs" variant="default" onClick={() => openDialog({ name: 'log-touch', personId })}>
          {t('today.hello.greet', { name })}
        </Button>
        <FocusButton key={wording} personId={personId} name={name} focus={null} size="xs" />
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('today.hello.skipFor', { name })}
          onClick={() => void send('today.skipHello', { personId })}
        >
          {t('today.hello.skip')}
        </Button>
      </div>
    </div>
  )
}
