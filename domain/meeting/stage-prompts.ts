import { REVIEW_STAGE_KINDS, type StageKind } from './stage.ts';

/** What a drafted stage asks everyone; empty where the write-up speaks for itself. */
export const PROMPTS: Record<StageKind, string> = {
  purpose: 'Coming was a choice. What would you like to understand better when you leave?',
  reading: 'Take your time. Your place is kept; note what you stumble over.',
  section: '',
  walk: 'What did you see then, and what did you make of it?',
  accounts: 'Each was there. What did one see that another did not?',
  evidence: 'What do you notice here, and what is missing?',
  finding: 'What else belongs to this? Who has met it before?',
  'open-floor': 'What has not come up yet?',
  'different-views': 'Whose account does not fit what we have heard? It is kept as you say it.',
  'open-questions': 'What do we still not know, and who might?',
  close: 'What will you look at differently tomorrow?',
  prompt: '',
  round: 'What surprised you? One thing each, in turn. Passing is as good as speaking.',
  'silent-writing': 'What surprised you? Write for yourself; all of it is shown at once.',
  unsaid: 'What would you say if nobody knew that it was you?',
  poll: '',
  'poll-new': 'Was this new to you?',
  'poll-before': 'How sure are you that you understand what happened?',
  'poll-after': 'How sure are you now that you understand what happened?',
  learned: 'Questions, insights and different views first.',
  'open-ideas': '',
  group: '',
  decide: '',
  outcome: '',
};

/** What only facilitators read beside a drafted stage. */
export const NOTES: Record<StageKind, string> = {
  purpose: 'Say that coming was a choice, what happens to ideas for fixes, and how to raise a hand.',
  reading: 'Be silent too. Nobody’s page moves with yours; those who are done can say that they are ready.',
  section: 'Set the scene in your own words. They have read it; ask what they stumbled over.',
  walk: 'Stay with what they knew at that minute. Ask how and what, seldom why. The explanation comes later than the moment.',
  accounts:
    'Nobody has to give way. Ask what each had before them, and leave both standing as they were told.',
  evidence: 'Let people read before anyone speaks. A silence says something too: ask what was done in it.',
  finding: 'Ask those furthest away first: what does this look like where you work?',
  'open-floor': 'Take who has not spoken yet. Tangents can be parked with one key.',
  'different-views': 'Wait. Count to ten. A view is kept as said; nobody answers it.',
  'open-questions': 'A question without an answer is a good result. Ask who would like to find out.',
  close: 'Say when the action session is, and that the write-up stays open for reading and writing.',
  prompt: '',
  round: 'Let each finish, and answer nothing yet. Nobody is asked why they pass or speak later.',
  'silent-writing':
    'Be silent yourself, and write too. Show the texts when the pens rest; nobody sees one before.',
  unsaid:
    'Wait longer than is comfortable. Fewer than three are easily guessed: you are told before you show them.',
  poll: 'The counts come when you close it. One or two of a kind have no number.',
  'poll-new': 'An answer of “new to me” is a reason to have met, not a gap in anyone.',
  'poll-before': 'Ask before the first account, and the same at the end.',
  'poll-after': 'Less sure than before is a good result too.',
  learned: 'Let people read before anyone speaks.',
  'open-ideas': 'All open at once. Read them in silence first.',
  group: 'Put alike together by what they are about, not by who.',
  decide: 'Say the reason before the decision. Not deciding is allowed.',
  outcome: '“Nothing to do” is an ending like any other, with its reason.',
};

/** What can be added to the agenda of a review meeting; what it presents is ticked beside it (`stage-sources.ts`). */
export const ADDABLE_KINDS = REVIEW_STAGE_KINDS;
export type AddableKind = (typeof ADDABLE_KINDS)[number];

/** What such a stage is called until somebody says it better; a question has no name of its own. */
export const NEW_TITLES: Record<AddableKind, string> = {
  purpose: 'Welcome and purpose',
  reading: 'Read in silence',
  section: 'A part of the story',
  walk: 'Walk through it',
  accounts: 'Accounts side by side',
  evidence: 'What was said and seen',
  finding: 'Findings',
  'open-floor': 'Open floor',
  'different-views': 'Who sees it differently?',
  'open-questions': 'Open questions',
  close: 'Close',
  prompt: '',
  round: 'A round',
  'silent-writing': 'A few minutes in silence',
  unsaid: 'What is still unsaid?',
  poll: 'Yes or no?',
  'poll-new': 'New to me?',
  'poll-before': 'How sure are we, before',
  'poll-after': 'How sure are we, after',
};
