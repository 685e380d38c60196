// The shops whose year is lived: by Today and by the sheet, followed, half followed, put off, over capacity, and seasonal.
import type { Shop } from './live-a-year.ts'

const sizes: { people: number; hours: number; cap?: number }[] = [
  { people: 3, hours: 2 },
  { people: 11, hours: 2 },
  { people: 12, hours: 5 },
  { people: 16, hours: 5 },
  { people: 25, hours: 5 },
  { people: 25, hours: 10 },
  { people: 40, hours: 10, cap: 40 },
  { people: 40, hours: 5, cap: 40 },
]

const name = (shop: Omit<Shop, 'name'>, how: string) =>
  `${shop.people} people, ${shop.hours} h, by ${shop.by === 'today' ? 'Today' : 'the sheet'}, ${how}`

export const shops: readonly Shop[] = [
  ...sizes.flatMap((size) =>
    (['today', 'sheet'] as const).flatMap((by): Shop[] => {
      const all = { ...size, by, follow: 1 }
      const half = { ...size, by, follow: 0.5 }
      return [
        { ...all, name: name(all, 'followed') },
        { ...half, name: name(half, 'half followed') },
      ]
    }),
  ),
  ...[12, 25].map((people): Shop => {
    const shop = { people, hours: 5, by: 'today' as const, follow: 0.6, putOff: 0.5 }
    return { ...shop, name: name(shop, 'put off') }
  }),
  {
    name: '12 people, 5 h, opened once a month',
    people: 12,
    hours: 5,
    by: 'sheet',
    follow: 1,
    monthly: true,
  },
  {
    name: '16 people, 5 h, open May to September',
    people: 16,
    hours: 5,
    by: 'today',
    follow: 1,
    closedMonths: [1, 2, 3, 4, 10, 11, 12],
  },
]

export const seeds = [1, 2, 3] as const
