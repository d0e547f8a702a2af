import { useRouteLoaderData } from 'react-router';

/** What the root loader gives every page; undefined only while the root itself has failed. */
export interface RootFacts {
  nonce: string;
  person: {
    id: string;
    name: string;
    zone: string;
    faceLetters: string;
    faceHue: number;
    administrator: boolean;
  } | null;
  demo: boolean;
  /** In the demo: soaks its clock may be moved past, the nearest end first. */
  soaks: { review: string; title: string }[];
}

export const useRoot = () => useRouteLoaderData('root') as RootFacts | undefined;
