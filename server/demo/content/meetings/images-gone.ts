import { imagesGone } from '../c-images-gone/write-up.ts';
import { findingIn, type MeetingStory, sectionIn } from './story.ts';

/** C's review meeting and what came after it. Invented. */
export const imagesGoneMeeting: MeetingStory = {
  captures: [
    {
      by: 'otto',
      kind: 'question',
      words: 'How many of our own jobs ask for “all” and get a page? I could not answer it for mine.',
      target: findingIn(imagesGone, 'Other lists with a hundred in them'),
    },
    {
      by: 'priya',
      kind: 'insight',
      words:
        'We always talk about the pause and never about the minute after it. The minute after is where the list is longest.',
      target: findingIn(imagesGone, 'A pause is easy, the way back is not looked at'),
    },
    {
      by: 'tomas',
      kind: 'different-view',
      words:
        'Rolling forward reads as luck here. To me it was the plan, only not written down as one: newer images were kept nearly ready for months because people expected a day like this.',
      target: findingIn(imagesGone, 'The next images were almost ready'),
      claim: 'Rolling forward was possible because of work that was meant for another day.',
    },
    {
      by: 'grace',
      kind: 'question',
      words: 'What did people do in those ninety minutes who had a release to make?',
      target: sectionIn(imagesGone, 'Why not build them again?'),
    },
    {
      by: 'vera',
      kind: 'insight',
      words: 'I had read “drift” in three reports and taken it for housekeeping.',
      target: findingIn(imagesGone, 'Nine months of drift'),
    },
  ],
  parked: [
    {
      by: 'tomas',
      words: 'Whether old images are ours to keep for people at all. Worth a talk with support.',
    },
  ],
  ideas: [
    { by: 'priya', words: 'Have the clean-up write down, a day ahead, what it is going to take away.' },
    { by: 'priya', words: 'Build one old image from its recipe every month, while we still can.' },
    { by: 'tomas', words: 'After a pause of more than a day, let the first run only count.' },
    { by: 'otto', words: 'Ask for the next page until there is none, and test it with a hundred and one.' },
    { by: 'grace', words: 'Tell support when something that deletes is switched on again.' },
    { by: 'vera', words: 'Give the drift an owner, and a day by which it is gone.', withheld: true },
  ],
  attendance: [
    { by: 'otto', statement: { how: 'choice', mode: 'room' } },
    { by: 'grace', statement: { how: 'choice', mode: 'remote' } },
  ],
  reflections: [
    {
      by: 'vera',
      words:
        'I keep thinking about the word “clean-up”. I would have read a report about a “deletion service” with other eyes.',
    },
    {
      by: 'otto',
      words:
        'Went and looked at our own list this afternoon. It has ninety-three in it. I changed nothing yet; I wanted somebody to know.',
    },
  ],
};
