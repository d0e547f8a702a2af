import { Suspense } from 'react';
import { lazily } from '#app/components/lazily.tsx';
import type { ActionStep } from '#domain/action-session/agenda.ts';
// with the page: what the server has drawn must not stand bare until the scripts are there
import './action-session.css';
import './together.css';

export const loadSessionStage = async () => (await import('./session-stage.tsx')).SessionStage;

/** The server draws it at once; in a browser, where most rooms are review meetings, its scripts come along only to an action session. */
const SessionStage = import.meta.env.SSR ? await loadSessionStage() : lazily(loadSessionStage);

/** The centre of an action session; `SessionProvider` asks for it as soon as the room is there. */
export const SessionStageSoon = ({ step }: { step: ActionStep }) => (
  <Suspense fallback={null}>
    <SessionStage step={step} />
  </Suspense>
);
