import { updatePerson } from '#db/people.ts';
import type { App, SignedIn } from '../app.ts';

export interface Profile {
  name: string;
  zone: string;
  faceLetters: string;
  faceHue: number;
}

export async function changeProfile(app: App, person: SignedIn, profile: Profile): Promise<void> {
  await updatePerson(app.db, person.id, {
    name: profile.name,
    zone: profile.zone,
    face_letters: profile.faceLetters,
    face_hue: profile.faceHue,
  });
}
