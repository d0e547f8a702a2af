/** How fast one socket may send. */
export interface Rate {
  /** False once more came than the steady rate and its burst allow. */
  allows(messages: number, bytes: number): boolean;
}

export interface RateCaps {
  messagesPerSecond: number;
  messageBurst: number;
  bytesPerSecond: number;
  byteBurst: number;
}

export const createRate = (caps: RateCaps, monotonicMs: () => number = () => performance.now()): Rate => {
  const messages = bucket(caps.messagesPerSecond, caps.messageBurst, monotonicMs);
  const bytes = bucket(caps.bytesPerSecond, caps.byteBurst, monotonicMs);
  return { allows: (count, size) => messages(count) && bytes(size) };
};

const bucket = (perSecond: number, burst: number, monotonicMs: () => number) => {
  let left = burst;
  let at = monotonicMs();
  return (amount: number): boolean => {
    const now = monotonicMs();
    left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
    at = now;
    left -= amount;
    return left >= 0;
  };
};
