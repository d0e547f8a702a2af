/** Whole minutes by weight, at least one each, that add up to the meeting's length where it has room for that. */
export function shareMinutes(weights: readonly number[], minutes: number): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (weight * minutes) / whole);
  const shares = exact.map((share) => Math.max(1, Math.floor(share)));
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  let left = minutes - shares.reduce((sum, share) => sum + share, 0);
  for (const { at } of byRemainder) {
    if (left <= 0) break;
    shares[at] = (shares[at] ?? 0) + 1;
    left -= 1;
  }
  // rounding up to one minute each may have taken more than there is: the longest give it back
  while (left < 0) {
    const longest = shares.indexOf(Math.max(...shares));
    if ((shares[longest] ?? 1) <= 1) break;
    shares[longest] = (shares[longest] ?? 1) - 1;
    left += 1;
  }
  return shares;
}
