import { useState } from 'react';
import { AS_LOADED } from '#domain/join-changes.ts';

/**
 * Goes along in a form that posts everything it shows, so that only what this hand changes is changed. It says what its fields began
 * with: the page may hear of something newer while they keep what they show. Give the form a new key to show that.
 */
export function AsLoaded({ json }: { json: string }) {
  const [first] = useState(json);
  return <input type="hidden" name={AS_LOADED} value={first} />;
}
