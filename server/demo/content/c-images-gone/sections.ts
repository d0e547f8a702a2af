import type { Section } from '#domain/write-up.ts';
import { REVIEWS } from '../ids.ts';
import { bullet, writing } from '../writing.ts';

export const c = writing('the day the images were gone');

export const sections: Section[] = [
  c.section(
    'What happened',
    'A company that runs other people’s builds keeps machine images in the cloud. Old ones cost money, so a clean-up service compares what is stored with what the catalogue lists, and deletes what the catalogue does not know. It had worked for a long time. Then it was paused, for a good reason: someone was debugging something nearby and did not want images to vanish under their hands.',
    'While it was paused, people tested, and each test registered an image. When the service was switched on again it asked the catalogue for its images as it always had. The catalogue answers with a page, newest first, a hundred at most. There were now more than a hundred test images. The stable ones, which every customer’s build started from, were old and had slipped off the page. So the service deleted them, carefully and completely.',
  ),
  c.section(
    'Why not build them again?',
    'That was everybody’s first thought, and a sound one: the recipes were in version control. But nine months had passed since the stable images were made. Packages had moved, mirrors had gone, and what the recipes produced today was another thing from what they had produced in November. That drift had been known for months as something one would get to.',
    'About ninety minutes in, the decision was to go forward: the newest images, tested though not yet announced, became the ones for everybody. Builds ran again and the backlog was gone some two hours later. Some customers met a newer compiler that day than they had planned to.',
  ),
  c.section(
    'What we recognise',
    `A deletion that is right by its own rule and weighs more than anyone pictured: [A database deleted on the wrong host](/reviews/${REVIEWS.wrongHost}) has one in its first hour. The way forward that leaves the old state behind on purpose is the opposite choice to the one in [Two coasts, two truths](/reviews/${REVIEWS.twoCoasts}), and in its place it was as sound.`,
  ),
  c.section(
    'About this write-up',
    'This retells a public incident: Travis CI, 9 August 2016, from the company’s own post of 30 September 2016. The wording is ours.',
    bullet('Invented: the meeting, what was said and sealed in it, and the finding about our own switch.'),
    bullet('Most moments have an order only, since the source tells the sequence and not the minutes.'),
  ),
];
