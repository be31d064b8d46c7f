import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formVersionActions } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { assessmentErrorTexts, assessmentHouseTexts } from './assessment-texts';

const folder = join(__dirname, '../node');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(each => each.endsWith('.ts') && !/\.(spec|it)\.ts$/.test(each)).map(each => readFileSync(join(folder, each), 'utf8'));
const found = (pattern: RegExp): readonly string[] => [...new Set(sources.flatMap(each => [...each.matchAll(pattern)].map(match => match[1]!)))];

describe('what the server names', () => {
    it('has a sentence for each reason of a refusal', () => {
        const reasons = found(/conflict\('([a-z-]+)'/g);
        expect(reasons).toEqual(expect.arrayContaining(['key-taken', 'draft-exists', 'form-not-published', 'already-submitted']));
        // said by the front end itself for every package
        expect(reasons.filter(each => each !== 'changed-meanwhile' && !assessmentErrorTexts.conflict!(each, { version: 1 }))).toEqual([]);
    });

    it('has a name for each entry of the audit log', () => {
        const notActions = ['form.changed', 'form.id', 'form.key', 'form.subject'];
        const actions = [...found(/'((?:form|ruling)\.[a-z-]+)'/g).filter(each => !notActions.includes(each)), ...formVersionActions.map(each => `form.${each}`)];
        expect(actions).toEqual(expect.arrayContaining(['form.created', 'ruling.set']));
        expect(actions.filter(each => !assessmentHouseTexts.audit!(each))).toEqual([]);
    });
});
