import { redirect } from 'react-router';
import type { z } from 'zod';
import type { PersonId } from '#domain/ids.ts';
import type { Loaded } from '#domain/join-changes.ts';
import { isRefused, type Refused } from '#domain/refused.ts';
import type { App, SignedIn } from '#server/app.ts';
import type { AskedAbout } from '#server/doors/as-loaded.ts';
import { erasePerson } from '#server/own/erase-person.ts';
import { changePerson, type PersonFacts } from '#server/settings/change-person.ts';
import { activatePerson, deactivatePerson } from '#server/settings/deactivate-person.ts';
import { renewLink } from '#server/settings/renew-link.ts';
import type { personForm } from '#server/settings/settings-forms.ts';

/** What the page says afterwards, and a link it shows once. */
interface Said {
  said: string | null;
  url: string | null;
}

/** Calls the deed that the pressed button stands for. */
export async function answerPersonForm(
  app: App,
  person: SignedIn,
  id: PersonId,
  values: z.output<typeof personForm>,
  loaded: Loaded,
): Promise<Said | Refused | AskedAbout<PersonFacts>> {
  switch (values.intent) {
    case 'change': {
      const { intent: _, ...facts } = values;
      const answer = await changePerson(app, person, id, facts, loaded);
      return 'changed' in answer ? { said: 'Kept.', url: null } : answer;
    }
    case 'link': {
      const answer = await renewLink(app, person, id);
      return isRefused(answer) ? answer : { said: null, url: answer.url };
    }
    case 'deactivate': {
      const answer = await deactivatePerson(app, person, id, values.successor);
      if (isRefused(answer)) return answer;
      const what = [answer.reviews > 0 && 'reviews', answer.meetings > 0 && 'meetings to come'].filter(
        Boolean,
      );
      const handed = what.length > 0 ? ` Their ${what.join(' and ')} were handed over.` : '';
      return { said: `Deactivated, and signed out everywhere.${handed}`, url: null };
    }
    case 'erase': {
      const answer = await erasePerson(app, person, id, values.typedName);
      if (isRefused(answer)) return answer;
      throw redirect('/settings/people');
    }
    case 'activate':
      await activatePerson(app, person, id);
      return { said: 'Active again. A new link lets them choose a password.', url: null };
  }
}
