import type { WriteUp } from '#domain/write-up.ts';
import { about, orderOnly } from '../writing.ts';
import { findings } from './findings.ts';
import { c, sections } from './sections.ts';

/** C: small and readable; its ideas are soaking. Retold. */
export const imagesGone: WriteUp = {
  title: 'The day the images were gone',
  standfirst: 'A clean-up deleted exactly what its list told it to. The list held the newest hundred.',
  sections,
  findings,
  moments: [
    c.moment('paused', 'decision-or-action', orderOnly, 'Build platform', [
      'The clean-up service is paused while something else is being debugged.',
    ]),
    c.moment('tests', 'change-in-the-system', orderOnly, 'Catalogue', [
      'More than a hundred test images are registered meanwhile.',
    ]),
    c.moment('resumed', 'decision-or-action', about('2016-08-09T12:00Z'), 'Build platform', [
      'The clean-up runs again. The day is known; the hour here stands for “that day”.',
    ]),
    c.moment('deleted', 'change-in-the-system', orderOnly, 'Clean-up service', [
      'Images that are not on the list are deleted. The stable ones are not on the list.',
    ]),
    c.moment('failing', 'observation', orderOnly, 'Support', ['Builds cannot start; reports arrive.']),
    c.moment(
      'rebuild theory',
      'working-theory',
      orderOnly,
      'Build platform',
      ['The old images can be built again from their recipes.'],
      { herring: 'Build them again' },
    ),
    c.moment('forward', 'decision-or-action', orderOnly, 'Build platform', [
      'Roll forward: the newest images become the ones everybody uses. About an hour and a half has passed.',
    ]),
    c.moment('backlog', 'change-in-the-system', orderOnly, 'Queue', [
      'The waiting builds are worked off in about two hours.',
    ]),
  ],
};
