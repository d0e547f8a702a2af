import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { insertUpload } from '#db/uploads.ts';
import { asId, type UploadId } from '#domain/ids.ts';
import { aReview } from '../soak/testing.ts';
import { collectPictures } from './export-attachments.ts';

forEachEngine((engine) => {
  test('a picture for which there is no room keeps its address, and smaller ones after it still come along', async () => {
    const { app, review, analyst } = await aReview(engine.db);
    const ids: string[] = [];
    for (const [at, size] of [2, 9, 3].entries()) {
      const id = asId<UploadId>(randomUUID());
      ids.push(id);
      await insertUpload(app.db, {
        id,
        review,
        sha256: String(at).repeat(64),
        mediaType: 'image/png',
        bytes: new Uint8Array(size),
        width: 1,
        height: 1,
        alt: '',
        by: analyst.id,
        at: new Date(Date.UTC(2026, 10, 18, 9, at)),
      });
    }
    const { pictures, picturesInSoak } = await collectPictures(app, review, 5);
    expect(Object.keys(pictures).sort()).toEqual([ids[0], ids[2]].sort());
    expect({ ...picturesInSoak }).toEqual({
      [ids[1] ?? '']: `${app.origin}/reviews/${review}/uploads/${ids[1]}`,
    });
  });
});
