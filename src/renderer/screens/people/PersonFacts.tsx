// What is known of a person: the Know card with how they found us, ways to reach them, and what is good to remember.
import { Checkbox } from '@mantine/core'
import { memo, useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { formatBirthday } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import { ContactPoints } from '../../features/people/ContactPoints.tsx'
import { Fact, Facts, TextFact } from '../../features/people/Facts.tsx'
import { ChoiceInPlace } from '../../ui/ChoiceInPlace.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import { KnowCard } from '../know-card/KnowCard.tsx'
import { SourceField } from './SourceField.tsx'

export const PersonFacts = memo(function PersonFacts({ person }: { person: PersonRecord }) {
  return (
    <>
      <KnowCard person={person}>
        <TextFact
          person={person}
          field="askNext"
          label="people.facts.askNext"
          placeholder="people.facts.askNextHint"
        />
        <TextFact
          person={person}
          field="foundWords"
          label="people.facts.foundWords"
          placeholder="people.facts.foundWordsHint"
          multiline
        />
        <TextFact
          person={person}
          field="wouldTypeWords"
          label="people.facts.wouldType"
          placeholder="people.facts.wouldTypeHint"
          multiline
        />
        <SourceField person={person} />
      </KnowCard>
      <ContactPoints person={person} />
      <Facts>
        <BestChannel person={person} />
        {person.firm && <Role person={person} />}
        <Note person={person} />
        <Birthday person={person} />
        <TextFact
          person={person}
          field="alsoKnownAs"
          label="people.facts.alsoKnownAs"
          placeholder="people.facts.alsoKnownAsHint"
        />
        {person.labels !== '' && (
          <TextFact
            person={person}
            field="labels"
            label="people.facts.labels"
            placeholder="people.facts.labelsHint"
          />
        )}
      </Facts>
    </>
  )
})

/** Until the first try the sheet prints it as the reason, unless it is not for paper. */
function Note({ person }: { person: PersonRecord }) {
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <Fact label={t('people.facts.note')}>
      <EditInPlace
        label={t('people.facts.note')}
        value={person.note}
        placeholder={t('people.facts.noteHint')}
        multiline
        onSave={(note) => send('people.edit', { id: person.id, changes: { note } })}
      />
      {person.note !== '' && (
        <Checkbox
          size="xs"
          label={t('people.facts.notForPaper')}
          checked={person.noteNotForPaper}
          error={problem}
          onChange={(event) =>
            void send('people.edit', {
              id: person.id,
              changes: { noteNotForPaper: event.currentTarget.checked },
            }).then(setProblem)
          }
        />
      )}
    </Fact>
  )
}

function Birthday({ person }: { person: PersonRecord }) {
  const today = useToday()
  const shown = person.birthday === null ? '' : formatBirthday(person.birthday)
  async function save(typed: string): Promise<string | null> {
    if (typed.trim() === '') return send('people.edit', { id: person.id, changes: { birthday: null } })
    const day = readDay(typed, today, 'behind')
    if (day === null) return t('people.facts.badBirthday')
    // Many owners know the day and not the year.
    return send('people.edit', {
      id: person.id,
      changes: { birthday: /\d{4}/.test(typed) ? day : `-${day.slice(4)}` },
    })
  }
  return (
    <Fact label={t('people.facts.birthday')}>
      <EditInPlace
        label={t('people.facts.birthday')}
        value={shown}
        placeholder={t('people.facts.birthdayHint')}
        onSave={save}
      />
    </Fact>
  )
}

const channelWords = {
  '': 'people.channels.unknown',
  visit: 'people.channels.visit',
  phone: 'people.channels.phone',
  text: 'people.channels.text',
  email: 'people.channels.email',
  letter: 'people.channels.letter',
} as const
const channels = ['', 'visit', 'phone', 'text', 'email', 'letter'] as const

function BestChannel({ person }: { person: PersonRecord }) {
  return (
    <Fact label={t('people.facts.bestChannel')}>
      <ChoiceInPlace
        label={t('people.facts.bestChannel')}
        value={person.bestChannel}
        unset=""
        options={channels.map((channel) => [channel, t(channelWords[channel])] as const)}
        onSave={(bestChannel) => send('people.edit', { id: person.id, changes: { bestChannel } })}
      />
      <div>
        <EditInPlace
          label={t('people.facts.bestTime')}
          value={person.bestTime}
          placeholder={t('people.facts.bestTimeHint')}
          onSave={(bestTime) => send('people.edit', { id: person.id, changes: { bestTime } })}
        />
      </div>
    </Fact>
  )
}

/** What they do at the firm, and whether they decide there. */
function Role({ person }: { person: PersonRecord }) {
  const shown: '' | 'yes' | 'no' = person.decides === null ? '' : person.decides ? 'yes' : 'no'
  return (
    <Fact label={t('people.facts.role', { firm: person.firm?.name ?? '' })}>
      <EditInPlace
        label={t('people.facts.roleLabel')}
        value={person.role}
        placeholder={t('people.facts.roleHint')}
        onSave={(role) => send('people.edit', { id: person.id, changes: { role } })}
      />
      <div>
        <ChoiceInPlace
          label={t('people.facts.decidesLabel')}
          value={shown}
          unset=""
          options={[
            ['', t('people.facts.decidesUnknown')],
            ['yes', t('people.facts.decides')],
            ['no', t('people.facts.decidesNot')],
          ]}
          onSave={(answer) =>
            send('people.edit', {
              id: person.id,
              changes: { decides: answer === '' ? null : answer === 'yes' },
            })
          }
        />
      </div>
    </Fact>
  )
}
