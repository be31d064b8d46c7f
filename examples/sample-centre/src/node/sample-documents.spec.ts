import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clauseOfStep } from '@earshot/training/lib/common/diagram/clause-of-step';
import { compareDiagrams } from '@earshot/training/lib/common/diagram/compare-diagrams';
import { readDiagram } from '@earshot/training/lib/common/diagram/read-diagram';
import { anchorClauses } from '@earshot/training/lib/common/document/anchor-clauses';
import { documentProblems } from '@earshot/training/lib/common/document/check-document';
import { outlineOf } from '@earshot/training/lib/common/document/clauses';
import { changedClauses } from '@earshot/training/lib/common/document/compare-clauses';
import { newContent } from '@earshot/training/lib/common/document/document-content';
import { describe, expect, it } from 'vitest';
import { sampleDocuments } from '../common/sample-documents';
import { samplePositions } from '../common/sample-people';

const folder = join(__dirname, '..', '..', 'documents');
const documents = sampleDocuments.filter(each => !each.script);
const text = (file: string): string => readFileSync(join(folder, `${file}.md`), 'utf8');

describe('the documents of the sample centre', () => {
    it.each(documents)('$title is complete and concerns positions that there are', ({ files, language, title, kind, chapter, concerns, effectiveDaysAgo, diagrams = [] }) => {
        expect(effectiveDaysAgo).toHaveLength(files.length);
        for (const file of files) {
            expect(file.endsWith(`.${language}`)).toBe(true);
            expect(documentProblems(newContent({ language, title, kind, chapter, everybody: true, text: text(file), diagrams: diagrams.map(({ id, name, files: drawn }) => ({ id, name, hash: drawn[files.indexOf(file)]! })) }), null)).toEqual([]);
        }
        expect(concerns === 'everybody' ? [] : concerns.filter(each => !(each in samplePositions))).toEqual([]);
    });

    it('are twelve, and use every file', () => {
        expect(documents).toHaveLength(12);
        expect(documents.flatMap(each => each.files).sort()).toEqual(readdirSync(folder).map(each => each.replace(/\.md$/, '')).sort());
    });

    it('show diagrams that can be drawn, whose steps point to clauses that there are', async () => {
        const drawn = documents.flatMap(each => (each.diagrams ?? []).flatMap(({ files }) => files.map((file, place) => ({ file, clauses: outlineOf(text(each.files[place]!)).clauses }))));
        expect(drawn.map(each => `${each.file}.bpmn`).sort()).toEqual(readdirSync(join(folder, '..', 'diagrams')));
        const read = await Promise.all(drawn.map(each => readDiagram(readFileSync(join(folder, '..', 'diagrams', `${each.file}.bpmn`), 'utf8'))));
        read.forEach(({ diagram, problem }, place) => {
            expect(problem).toBeUndefined();
            expect(diagram!.steps.filter(step => clauseOfStep(step, drawn[place]!.clauses)).length).toBeGreaterThan(1);
        });
        expect(compareDiagrams(read[0]!.diagram!, read[1]!.diagram!).flatMap(each => each.changes)).toEqual(expect.arrayContaining(['added', 'renamed', 'rewired']));
    });

    it('change few clauses from version to version, and keep the others', () => {
        let count = 0;
        const newId = () => `c-${String(++count).padStart(4, '0')}`;
        for (const { files: [one, other] } of sampleDocuments.filter(each => each.files.length > 1)) {
            const before = anchorClauses(text(one!), [], newId);
            const after = anchorClauses(text(other!), [outlineOf(before).clauses], newId);
            const { added, changed, removed } = changedClauses(outlineOf(before).clauses, outlineOf(after).clauses);
            expect([added.length, removed.length, changed.length > 0, changed.length < 4]).toEqual([1, 0, true, true]);
        }
    });
});
