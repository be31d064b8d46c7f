import { nls } from '@theia/core/lib/common/nls';
import type { Tone } from '@earshot/core/lib/browser/widgets/notice';
import type { ImportState } from '../../common/import/import-contract';
import type { ImportOutcome, ImportProblemCode, ImportResult } from '../../common/import/import-file';
import { kindText, partText } from '../words/article-words';
import { articleKindIds } from '../../common/article/article-kind';

export function importStateText(state: ImportState): string {
    switch (state) {
        case 'reading': return nls.localize('earshot/knowledge/import/state-reading', 'Being read');
        case 'ready': return nls.localize('earshot/knowledge/import/state-ready', 'To be looked at');
        case 'failed': return nls.localize('earshot/knowledge/import/state-failed', 'Could not be read');
        case 'writing': return nls.localize('earshot/knowledge/import/state-writing', 'Being imported');
        case 'stopped': return nls.localize('earshot/knowledge/import/state-stopped', 'Stopped half-way');
        case 'done': return nls.localize('earshot/knowledge/import/state-done', 'Imported');
        case 'undoing': return nls.localize('earshot/knowledge/import/state-undoing', 'Being undone');
        case 'undone': return nls.localize('earshot/knowledge/import/state-undone', 'Undone');
    }
}

export const importStateTone = (state: ImportState): Tone => state === 'done' ? 'good' : state === 'failed' || state === 'stopped' ? 'caution' : state === 'undone' ? 'neutral' : 'accent';

export function outcomeText(outcome: ImportOutcome): string {
    switch (outcome) {
        case 'new': return nls.localize('earshot/knowledge/import/outcome-new', 'New');
        case 'changed': return nls.localize('earshot/knowledge/import/outcome-changed', 'Changed');
        case 'unchanged': return nls.localize('earshot/knowledge/import/outcome-unchanged', 'Unchanged');
        case 'conflict': return nls.localize('earshot/knowledge/import/outcome-conflict', 'Left alone');
        case 'invalid': return nls.localize('earshot/knowledge/import/outcome-invalid', 'To be corrected');
    }
}

export const outcomeTone = (outcome: ImportOutcome): Tone => outcome === 'new' ? 'good' : outcome === 'changed' ? 'accent' : outcome === 'conflict' ? 'caution' : outcome === 'invalid' ? 'critical' : 'neutral';

export function resultText(result: ImportResult): string {
    switch (result) {
        case 'written': return nls.localize('earshot/knowledge/import/result-written', 'Draft written');
        case 'failed': return nls.localize('earshot/knowledge/import/result-failed', 'Not written');
        case 'removed': return nls.localize('earshot/knowledge/import/result-removed', 'Taken away');
        case 'kept': return nls.localize('earshot/knowledge/import/result-kept', 'Kept: changed since');
    }
}

export function importProblemText(code: ImportProblemCode, detail = ''): string {
    switch (code) {
        case 'front-matter-missing': case 'front-matter-unclosed': return nls.localize('earshot/knowledge/import-problem/front-matter-unclosed', 'The front matter does not end: a line of three hyphens is missing.');
        case 'front-matter-invalid': return nls.localize('earshot/knowledge/import-problem/front-matter-invalid', 'The front matter cannot be read (line {0}).', detail || '?');
        case 'front-matter-not-a-map': return nls.localize('earshot/knowledge/import-problem/front-matter-not-a-map', 'The front matter is no list of names and values.');
        case 'front-matter-too-long': return nls.localize('earshot/knowledge/import-problem/front-matter-too-long', 'The front matter is too long.');
        case 'title-missing': return nls.localize('earshot/knowledge/import-problem/title-missing', 'There is no title.');
        case 'kind-unknown': return nls.localize('earshot/knowledge/import-problem/kind-unknown', 'There is no such kind of article: {0}. Known are: {1}.', detail, articleKindIds.map(kindText).join(', '));
        case 'language-unknown': return nls.localize('earshot/knowledge/import-problem/language-unknown', 'Articles are written in zh-cn, zh-tw or en, not in “{0}”.', detail);
        case 'part-unknown': return nls.localize('earshot/knowledge/import-problem/part-unknown', 'Articles of this kind have no part “{0}”.', detail);
        case 'value-not-text': return nls.localize('earshot/knowledge/import-problem/value-not-text', '“{0}” has to be a text or a list of texts.', detail);
        case 'file-empty': return nls.localize('earshot/knowledge/import-problem/file-empty', 'There is nothing in it.');
        case 'file-unreadable': return nls.localize('earshot/knowledge/import-problem/file-unreadable', 'The file is damaged, or is not what its name says.');
        case 'file-too-large': return nls.localize('earshot/knowledge/import-problem/file-too-large', 'The file is too large.');
        case 'path-unsafe': return nls.localize('earshot/knowledge/import-problem/path-unsafe', 'Its path leads out of the archive.');
        case 'category-unknown': return nls.localize('earshot/knowledge/import-problem/category-unknown', 'There is no category “{0}”: it goes into the usual one.', detail);
        case 'category-missing': return nls.localize('earshot/knowledge/import-problem/category-missing', 'It has no category. Choose a usual one above.');
        case 'audience-unknown': return nls.localize('earshot/knowledge/import-problem/audience-unknown', '“{0}” is no audience. Write everyone, or role: and the role’s code.', detail);
        case 'date-unreadable': return nls.localize('earshot/knowledge/import-problem/date-unreadable', '“{0}” is no date. Write it as 2026-12-31.', detail);
        case 'text-too-long': return nls.localize('earshot/knowledge/import-problem/text-too-long', 'Too long: {0}', detail === 'title' ? nls.localize('earshot/knowledge/column/title', 'Title') : partText(detail));
        case 'too-many-values': return nls.localize('earshot/knowledge/import-problem/too-many-values', 'Too many tags.');
        case 'title-twice': return nls.localize('earshot/knowledge/import-problem/title-twice', 'There is another with this title in the file.');
        case 'being-written': return nls.localize('earshot/knowledge/import-problem/being-written', 'A revision of it is being written or waits for approval.');
        case 'changed-meanwhile': return nls.localize('earshot/knowledge/import-problem/changed-meanwhile', 'It was changed after the file was looked at.');
        case 'not-yours': return nls.localize('earshot/knowledge/import-problem/not-yours', 'It is not yours to write.');
        case 'translation-exists': return nls.localize('earshot/knowledge/conflict/translation-exists', 'There is a translation into this language already.');
    }
}

/** What a column of a table can hold, for people. */
export function columnText(field: string): string {
    if (field.startsWith('part:')) {
        return partText(field.slice(5));
    }
    switch (field) {
        case 'title': return nls.localize('earshot/knowledge/import-column/title', 'Title or question');
        case 'short': return nls.localize('earshot/knowledge/import-column/short', 'Short answer');
        case 'answer': return nls.localize('earshot/knowledge/import-column/answer', 'Answer');
        case 'questions': return nls.localize('earshot/knowledge/import-column/questions', 'Similar questions');
        case 'kind': return nls.localize('earshot/knowledge/column/kind', 'Kind');
        case 'language': return nls.localize('earshot/knowledge/column/language', 'Language');
        case 'category': return nls.localize('earshot/knowledge/column/category', 'Category');
        case 'tags': return nls.localize('earshot/knowledge/column/tags', 'Tags');
        case 'sources': return nls.localize('earshot/knowledge/import-column/sources', 'Sources');
        case 'audience': return nls.localize('earshot/knowledge/import-column/audience', 'Audience');
        case 'from': return nls.localize('earshot/knowledge/import-column/from', 'Valid from');
        case 'until': return nls.localize('earshot/knowledge/import-column/until', 'Valid until');
        case 'translation-key': return nls.localize('earshot/knowledge/import-column/translation-key', 'Key that translations share');
        default: return nls.localize('earshot/knowledge/import-column/id', 'Id of the article');
    }
}
