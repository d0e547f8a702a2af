import { describe, expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { draftAgenda } from '#domain/meeting/draft-agenda.ts';
import { MOST_TEMPLATES, TEMPLATES } from '#domain/meeting/templates.ts';
import { aReview } from '../soak/testing.ts';
import { draftFromTemplate, forgetTemplate, keepTemplate, listTemplateChoices } from './templates.ts';

const NOTHING = { title: '', standfirst: '', sections: [], findings: [], moments: [] };

forEachEngine((engine) => {
  describe('templates a workspace keeps', () => {
    test('[M1] an agenda is kept under a name, offered to everyone, used, and taken away by whoever kept it', async () => {
      const { app, analyst, person } = await aReview(engine.db);
      await engine.db.deleteFrom('meeting_templates').execute();
      const other = await person('Grace');
      const stages = draftAgenda(NOTHING, 40);
      expect(await keepTemplate(app, analyst, { name: '  Our forty  ', minutes: 40, stages })).toEqual({
        kept: 'Our forty',
      });
      const choices = await listTemplateChoices(app, other);
      expect(choices).toHaveLength(Object.keys(TEMPLATES).length + 1);
      const ours = choices.at(-1);
      expect(ours).toMatchObject({ name: 'Our forty', minutes: 40, mayForget: false });
      const drafted = await draftFromTemplate(app, ours?.id ?? '', NOTHING);
      expect(drafted?.stages.map(({ kind, minutes }) => [kind, minutes])).toEqual(
        stages.map(({ kind, minutes }) => [kind, minutes]),
      );
      expect(await forgetTemplate(app, other, ours?.id ?? '')).toHaveProperty('refused');
      expect(await forgetTemplate(app, analyst, ours?.id ?? '')).toBeNull();
      expect(await draftFromTemplate(app, ours?.id ?? '', NOTHING)).toBeNull();
      expect(await forgetTemplate(app, analyst, 'incident')).toBeNull();
    });

    test('[M1] a name is asked for, and is given once; there is a most', async () => {
      const { app, analyst } = await aReview(engine.db);
      await engine.db.deleteFrom('meeting_templates').execute();
      const stages = draftAgenda(NOTHING, 30);
      expect(await keepTemplate(app, analyst, { name: ' ', minutes: 30, stages })).toHaveProperty('refused');
      expect(await keepTemplate(app, analyst, { name: 'None', minutes: 30, stages: [] })).toHaveProperty(
        'refused',
      );
      for (let at = 0; at < MOST_TEMPLATES; at += 1)
        await keepTemplate(app, analyst, { name: `No ${at}`, minutes: 30, stages });
      expect(await keepTemplate(app, analyst, { name: 'one more', minutes: 30, stages })).toHaveProperty(
        'refused',
      );
      await engine.db.deleteFrom('meeting_templates').where('name', '!=', 'No 0').execute();
      expect(await keepTemplate(app, analyst, { name: 'no 0', minutes: 30, stages })).toHaveProperty(
        'refused',
      );
    });
  });
});
