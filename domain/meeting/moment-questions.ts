import type { MomentKind } from '#domain/write-up.ts';

/** Questions a facilitator can ask at a moment, by its kind: about cues, options, what ruled something out. How and what, seldom why. */
export const MOMENT_QUESTIONS: Record<MomentKind, readonly string[]> = {
  observation: ['What did you look at to tell?', 'What would an ordinary day have looked like just then?'],
  'working-theory': ['What made this fit so well?', 'What would have had to be there for you to let it go?'],
  'decision-or-action': [
    'What else could have been done at that minute, and what spoke for this?',
    'What were you trying to keep safe?',
  ],
  'call-for-help-or-hand-over': [
    'What tipped you towards asking?',
    'What did the next person need to know, and how did it reach them?',
  ],
  'change-in-the-system': [
    'Who could see this change then, and where?',
    'What had to be true for it to be safe on other days?',
  ],
};
