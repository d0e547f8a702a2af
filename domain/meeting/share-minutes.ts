/** What a stage asks of the meeting's time: its least, and its share of what is left. */
interface Asked {
  least: number;
  weight: number;
}

/** Whole minutes, at least one each, that add up to the meeting's length; below everyone's least the longest give way. */
export function shareMinutes(asked: readonly Asked[], minutes: number): number[] {
  const least = asked.map((stage) => stage.least);
  const left = minutes - sum(least);
  return left >= 0 ? withShares(least, asked, left) : shortened(least, -left);
}

function withShares(least: readonly number[], asked: readonly Asked[], left: number): number[] {
  const whole = sum(asked.map(({ weight }) => weight)) || 1;
  const exact = asked.map(({ weight }) => (weight * left) / whole);
  const shares = exact.map((share, at) => (least[at] ?? 1) + Math.floor(share));
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const rest = left - sum(exact.map(Math.floor));
  for (const { at } of byRemainder.slice(0, rest)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

function shortened(least: readonly number[], by: number): number[] {
  const shares = [...least];
  for (let taken = 0; taken < by; taken += 1) {
    const longest = shares.indexOf(Math.max(...shares));
    if ((shares[longest] ?? 1) <= 1) break;
    shares[longest] = (shares[longest] ?? 1) - 1;
  }
  return shares;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
