import * as decoding from 'lib0/decoding';

/** Passes over one lib0 "any" value. Throws on an unknown tag or deeper nesting than `levels`. */
export const skipAny = (decoder: decoding.Decoder, levels: number): void => {
  if (levels < 0) throw new Error('nested too deep');
  const tag = decoding.readUint8(decoder);
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      decoding.readFloat32(decoder);
      return;
    case 123:
      decoding.readFloat64(decoder);
      return;
    case 122:
      decoding.readBigInt64(decoder);
      return;
    case 119:
      decoding.readVarString(decoder);
      return;
    case 118:
      skipEach(decoder, () => {
        decoding.readVarString(decoder);
        skipAny(decoder, levels - 1);
      });
      return;
    case 117:
      skipEach(decoder, () => skipAny(decoder, levels - 1));
      return;
    case 116:
      decoding.readVarUint8Array(decoder);
      return;
    default:
      throw new Error('unknown value');
  }
};

const skipEach = (decoder: decoding.Decoder, skipOne: () => void): void => {
  const count = decoding.readVarUint(decoder);
  for (let index = 0; index < count; index++) skipOne();
};

/** Throws unless `text` is JSON nested at most `levels` deep. */
export const skipJson = (text: string, levels: number): void => {
  if (depthOfJson(text) > levels) throw new Error('nested too deep');
  JSON.parse(text);
};

/** Deepest level of brackets outside strings, without recursing. */
const depthOfJson = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (inString && sign === '\\') index += 1;
    else if (sign === '"') inString = !inString;
    else if (!inString && (sign === '{' || sign === '[')) deepest = Math.max(deepest, ++depth);
    else if (!inString && (sign === '}' || sign === ']')) depth -= 1;
  }
  return deepest;
};
