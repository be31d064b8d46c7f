import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { anyOption, Badge, Chip, Combobox, Field, NumberField, Select, TextField } from '@earshot/core/lib/browser/widgets';
import { clauseKey, difficulties, type QuestionContent, questionLanguages } from '../../common/question/question-content';
import type { BoundClause, ClauseRow } from '../../common/question/question-contract';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import { CallField } from '../listening/call-field';
import type { ProblemAt } from './answers-editor';
import { difficultyText, languageText } from './question-words';
import { questionContract, useFacets } from './use-questions';

interface SettingsProps { readonly content: QuestionContent; readonly clauses: readonly BoundClause[]; onChange(change: Partial<QuestionContent>): void; readonly readOnly: boolean; readonly problemAt: ProblemAt }

/** What a question is about: by this it is found, and drawn for exams. */
export function SettingsPane({ content, clauses, onChange, readOnly, problemAt }: SettingsProps): React.ReactElement {
    const { categories, tags, skills } = useFacets();
    const { question } = content;
    const none = anyOption();
    return <div className='tq-settings'>
        <ClausesField content={content} known={clauses} readOnly={readOnly} onChange={onChange} />
        <div className='tq-pair'>
            <Field label={nls.localize('earshot/training/question/points', 'Points')} error={problemAt('/points')}><NumberField value={question.points} min={0} max={1000} step={1} readOnly={readOnly} onChange={points => onChange({ question: { ...question, points: points ?? 1 } })} /></Field>
            <Field label={nls.localize('earshot/training/question/difficulty', 'Difficulty')}><Select value={content.difficulty ?? ''} disabled={readOnly} onChange={value => onChange({ difficulty: difficulties.find(each => each === value) ?? null })} options={[{ ...none, label: nls.localize('earshot/training/question/no-difficulty', 'Not said') }, ...difficulties.map(value => ({ value, label: difficultyText(value) }))]} /></Field>
        </div>
        <WordsField label={nls.localize('earshot/training/question/skills', 'Skills')} words={content.skills} known={skills.map(each => each.word)} readOnly={readOnly} onChange={next => onChange({ skills: next })} />
        <WordsField label={nls.localize('earshot/training/question/tags', 'Tags')} words={content.tags} known={tags.map(each => each.word)} readOnly={readOnly} onChange={next => onChange({ tags: next })} />
        <Field label={nls.localize('earshot/training/question/category', 'Category')} help={nls.localize('earshot/training/question/category-help', 'A slash stands between levels.')}>
            <TextField value={content.category} readOnly={readOnly} maxLength={200} list='tq-categories' onChange={category => onChange({ category })} />
        </Field>
        <datalist id='tq-categories'>{categories.map(each => <option key={each.word} value={each.word} />)}</datalist>
        <Field label={nls.localize('earshot/training/question/language', 'Language')}><Select value={content.language} disabled={readOnly} onChange={language => onChange({ language })} options={questionLanguages.map(value => ({ value, label: languageText(value) }))} /></Field>
        {question.kind !== 'listening' && <CallField link={question.recording} readOnly={readOnly} onChange={recording => onChange({ question: { ...question, recording } })} />}
    </div>;
}

interface WordsProps { readonly label: string; readonly words: readonly string[]; readonly known: readonly string[]; onChange(words: readonly string[]): void; readonly readOnly: boolean }

/** Words that are typed or taken from those in use; Enter or a comma adds one. */
function WordsField({ label, words, known, onChange, readOnly }: WordsProps): React.ReactElement {
    const [typed, setTyped] = React.useState('');
    const list = React.useId();
    const add = (): void => {
        const word = typed.trim().slice(0, 100);
        if (word && !words.includes(word)) { onChange([...words, word]); }
        setTyped('');
    };
    return <Field label={label}>
        <span className='tq-chips'>{words.map(word => <Chip key={word} removeLabel={nls.localize('earshot/training/question/remove-word', 'Remove {0}', word)} onRemove={readOnly ? undefined : () => onChange(words.filter(each => each !== word))}>{word}</Chip>)}</span>
        {!readOnly && <TextField value={typed} list={list} maxLength={100} placeholder={nls.localize('earshot/training/question/add-word', 'Type one and press Enter')} onBlur={add}
            onChange={text => setTyped(text)} onKeyDown={event => { if ((event.key === 'Enter' || event.key === ',' || event.key === '，') && !event.nativeEvent.isComposing) { event.preventDefault(); add(); } }} />}
        <datalist id={list}>{known.filter(each => !words.includes(each)).map(each => <option key={each} value={each} />)}</datalist>
    </Field>;
}

interface ClausesProps { readonly content: QuestionContent; readonly known: readonly BoundClause[]; readonly readOnly: boolean; onChange(change: Partial<QuestionContent>): void }

function ClausesField({ content, known, readOnly, onChange }: ClausesProps): React.ReactElement {
    const client = useClient(questionContract);
    const [picked, setPicked] = React.useState<readonly ClauseRow[]>([]);
    const nameOf = (key: string): string | undefined => {
        const clause = known.find(each => clauseKey(each) === key) ?? picked.find(each => clauseKey(each) === key);
        return clause && `${clause.documentTitle} – ${clause.number} ${clause.title}`;
    };
    const add = (clause: ClauseRow | null): void => {
        if (clause && !content.clauses.some(each => clauseKey(each) === clauseKey(clause))) {
            setPicked([...picked, clause]);
            onChange({ clauses: [...content.clauses, { documentId: clause.documentId, clauseId: clause.clauseId }] });
        }
    };
    return <Field label={nls.localize('earshot/training/question/clauses', 'Clauses that it asks about')} help={nls.localize('earshot/training/question/clauses-help', 'When one of them changes, the question has to be checked before the document takes effect.')}>
        <ul className='tq-clauses'>{content.clauses.map(each => {
            const bound = known.find(clause => clauseKey(clause) === clauseKey(each));
            return <li key={clauseKey(each)}>
                <Chip removeLabel={nls.localize('earshot/training/question/remove-clause', 'Remove this clause')} onRemove={readOnly ? undefined : () => onChange({ clauses: content.clauses.filter(one => clauseKey(one) !== clauseKey(each)) })}>{nameOf(clauseKey(each)) ?? '…'}</Chip>
                {bound?.check && <Badge tone='caution' icon='warning'>{bound.check.change === 'removed' ? nls.localize('earshot/training/question/clause-removed', 'Removed in {0}', bound.check.versionNumber) : nls.localize('earshot/training/question/clause-changed', 'Changed in {0}', bound.check.versionNumber)}</Badge>}
                {bound && bound.text !== '' && <details><summary>{nls.localize('earshot/training/question/clause-text', 'What it says now')}</summary><MarkdownView text={bound.text} /></details>}
            </li>;
        })}</ul>
        {!readOnly && <Combobox<ClauseRow> value={null} onChange={add} search={(text, signal) => client.questions.clauses({ text, limit: 30 }, { signal }) as Promise<ClauseRow[]>} keyOf={clauseKey} labelOf={each => `${each.number} ${each.title}`} detailOf={each => each.documentTitle}
            placeholder={nls.localize('earshot/training/question/find-clause', 'Number, title or words of a clause')} />}
    </Field>;
}
