import type { Tongue } from './answers.ts';
import { github } from './github.ts';
import { jiraCloud, jiraServer } from './jira.ts';
import { linear } from './linear.ts';
import type { TrackerKind } from './tracker.ts';
import { webhook } from './webhook.ts';

export const TONGUES: Readonly<Record<TrackerKind, Tongue>> = {
  github,
  'jira-cloud': jiraCloud,
  'jira-server': jiraServer,
  linear,
  webhook,
};
