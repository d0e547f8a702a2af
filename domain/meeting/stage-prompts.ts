import type { StageKind } from './stage.ts';

/** What a drafted stage asks everyone; empty where the write-up speaks for itself. */
export const PROMPTS: Record<StageKind, string> = {
  purpose: 'Coming was a choice. What would you like to understand better when you leave?',
  section: '',
  walk: 'What did you see then, and what did you make of it?',
  finding: 'What else belongs to this? Who has met it before?',
  'open-floor': 'What has not come up yet?',
  'different-views': 'Whose account does not fit what we have heard? It is kept as you say it.',
  'open-questions': 'What do we still not know, and who might?',
  close: 'What will you look at differently tomorrow?',
  prompt: '',
  round: 'What surprised you? One thing each, in turn. Passing is as good as speaking.',
  learned: 'Questions, insights and different views first.',
  'open-ideas': '',
  group: '',
  decide: '',
  outcome: '',
};

/** What only facilitators read beside a drafted stage. */
export const NOTES: Record<StageKind, string> = {
  purpose: 'Say that coming was a choice, what happens to ideas for fixes, and how to raise a hand.',
  section: 'Set the scene in your own words. They have read it; ask what they stumbled over.',
  walk: 'Stay with what they knew at that minute. Ask how and what, seldom why. The explanation comes later than the moment.',
  finding: 'Ask those furthest away first: what does this look like where you work?',
  'open-floor': 'Take who has not spoken yet. Tangents can be parked with one key.',
  'different-views': 'Wait. Count to ten. A view is kept as said; nobody answers it.',
  'open-questions': 'A question without an answer is a good result. Ask who would like to find out.',
  close: 'Say when the action session is, and that the write-up stays open for reading and writing.',
  prompt: '',
  round: 'Let each finish, and answer nothing yet. Nobody is asked why they pass or speak later.',
  learned: 'Let people read before anyone speaks.',
  'open-ideas': 'All open at once. Read them in silence first.',
  group: 'Put alike together by what they are about, not by who.',
  decide: 'Say the reason before the decision. Not deciding is allowed.',
  outcome: '“Nothing to do” is an ending like any other, with its reason.',
};
