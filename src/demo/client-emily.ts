import { DAY, HOUR, MINUTE } from '../shared/time.ts';
import type { ClientSeed } from './client-seed.ts';

export const emily: ClientSeed = {
  name: 'Emily Carter',
  addressAs: null,
  language: 'en',
  formality: 'informal',
  conversations: [
    {
      channel: 'email',
      isEnded: true,
      messages: [
        {
          by: 'client',
          ago: 33 * DAY,
          text: 'Hi! I teach yoga in Canggu and my partner Tom works remotely. We’d love to stay another year.',
        },
        {
          by: 'desk',
          ago: 33 * DAY - 40 * MINUTE,
          text: 'Hi Emily, lovely to hear that! Let’s look at what each of you needs, one at a time.',
        },
        {
          by: 'client',
          ago: 32 * DAY,
          text: 'Thanks! Please keep it short, I read on my phone between classes. Tom’s a bit worried about the paperwork, to be honest.',
        },
        {
          by: 'desk',
          ago: 32 * DAY - 18 * MINUTE,
          text: 'Short it is. I’ll send one list for you and one for Tom, nothing more than you need.',
        },
      ],
    },
    {
      channel: 'whatsapp',
      isEnded: false,
      messages: [
        {
          by: 'client',
          ago: 26 * HOUR,
          text: 'Is the second-year extension something you handle too? Just getting organised early this time!',
        },
        {
          by: 'desk',
          ago: 26 * HOUR - 7 * MINUTE,
          text: 'Yes, we do! Good that you’re early. I’ll check your dates and come back with a plan.',
        },
      ],
    },
  ],
  facts: [
    { topic: 'work', value: 'teaches yoga in Canggu', quote: 'I teach yoga in Canggu' },
    { topic: 'partner', value: 'Tom, works remotely', quote: 'my partner Tom works remotely' },
  ],
  jiwa: [
    {
      field: 'dreams',
      value: 'Another year in Bali, together',
      confidence: 0.85,
      quote: 'We’d love to stay another year',
    },
    {
      field: 'communication_preference',
      value: 'Short messages, readable on a phone',
      confidence: 0.95,
      quote: 'Please keep it short, I read on my phone between classes',
    },
    {
      field: 'anxieties',
      value: 'Her partner’s worry about paperwork',
      confidence: 0.65,
      quote: 'Tom’s a bit worried about the paperwork',
    },
    {
      field: 'emotional_state',
      value: 'Cheerful and well organised',
      confidence: 0.7,
      quote: 'Just getting organised early this time!',
    },
  ],
};
