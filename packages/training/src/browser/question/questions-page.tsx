import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Beside, Button, type Column, DataTable, EmptyState, formatNumber, Icon, Menu, Page, RelativeTime } from '@earshot/core/lib/browser/widgets';
import { newQuestion } from '../../common/question/edit-question';
import { type QuestionKind, questionKinds } from '../../common/question/question';
import type { QuestionRow } from '../../common/question/question-contract';
import { ExportDialog } from './export-dialog';
import { ImportDialog } from './import-dialog';
import { filterCount, questionFilterNames, readQuestionFilter } from './question-filter';
import { QuestionChips, QuestionFilters, QuestionSearch } from './question-filters';
import { QuestionPanel } from './question-panel';
import { QuestionStates } from './question-states';
import { difficultyText, kindIcon, kindText, languageText, versionStateText } from './question-words';
import { freshId, questionContract, useOwnLanguage, useQuestionList } from './use-questions';

const columns = (): readonly Column<QuestionRow>[] => [
    {
        id: 'question', title: nls.localize('earshot/training/question/prompt', 'Question'), fixed: true, width: 300, grow: 5, value: each => each.prompt || each.name,
        render: each => <span className='tq-title'><Icon name={kindIcon(each.kind)} label={kindText(each.kind)} /><span className='tq-ellipsis'>{each.prompt || each.name}</span></span>
    },
    { id: 'state', title: nls.localize('earshot/training/question/state', 'State'), width: 250, grow: 0, value: each => versionStateText(each.state), render: each => <QuestionStates question={each} /> },
    { id: 'category', title: nls.localize('earshot/training/question/category', 'Category'), width: 150, grow: 1, value: each => each.category },
    { id: 'difficulty', title: nls.localize('earshot/training/question/difficulty', 'Difficulty'), width: 90, grow: 0, value: each => each.difficulty && difficultyText(each.difficulty) },
    { id: 'points', title: nls.localize('earshot/training/question/points', 'Points'), width: 70, grow: 0, numeric: true, value: each => each.points, render: each => formatNumber(each.points) },
    { id: 'language', title: nls.localize('earshot/training/question/language', 'Language'), width: 100, grow: 0, value: each => languageText(each.language) },
    { id: 'changed', title: nls.localize('earshot/training/question/changed', 'Changed'), width: 120, grow: 0, value: each => each.changedAt, render: each => <RelativeTime moment={each.changedAt} /> },
    { id: 'kind', title: nls.localize('earshot/training/question/kind', 'Kind'), width: 130, hidden: true, value: each => kindText(each.kind) },
    { id: 'name', title: nls.localize('earshot/training/question/name', 'Name'), width: 160, hidden: true, value: each => each.name },
    { id: 'skills', title: nls.localize('earshot/training/question/skills', 'Skills'), width: 140, hidden: true, value: each => each.skills.join(', ') },
    { id: 'tags', title: nls.localize('earshot/training/question/tags', 'Tags'), width: 140, hidden: true, value: each => each.tags.join(', ') }
];

/** The question bank; one opens beside the list. */
export default function QuestionsPage({ query }: PageProps): React.ReactElement {
    const client = useClient(questionContract);
    const session = useSession();
    const setQuery = useSetQuery();
    const navigate = useNavigate();
    const language = useOwnLanguage();
    const filter = React.useMemo(() => readQuestionFilter(query), [query]);
    const questions = useQuestionList(filter);
    const rows = React.useMemo(() => questions.data?.pages.flatMap(each => each.rows), [questions.data]);
    const beside = query.get('beside');
    const writes = session.may('question:write');
    const filtered = filterCount(filter) > 0 || filter.q !== undefined;
    const begin = useChange({
        run: (kind: QuestionKind) => client.questions.create({ content: { language, name: '', category: filter.category ?? '', tags: filter.tag ? [filter.tag] : [], skills: filter.skill ? [filter.skill] : [], difficulty: null, clauses: [], question: newQuestion(kind, freshId) } }),
        invalidates: [['question']], then: ({ id }) => void navigate(`/training/questions/${id}`)
    });
    usePageKeys([
        { keys: '/', title: nls.localize('earshot/training/question/key-search', 'Search questions'), run: () => document.querySelector<HTMLInputElement>('.tq-search')?.focus() },
        { keys: 'n', title: nls.localize('earshot/training/question/key-new', 'New question with a single choice'), enabled: writes, run: () => begin.mutate('single') },
        { keys: 'i', title: nls.localize('earshot/training/question/import', 'Import…'), enabled: writes, run: () => setQuery({ dialog: 'import' }) },
        { keys: 'o', title: nls.localize('earshot/training/question/key-open', 'Open the question on a page of its own'), enabled: beside !== null, run: () => void navigate(`/training/questions/${beside}`) },
        { keys: 'escape', title: nls.localize('earshot/training/question/key-close', 'Close the question beside the list'), enabled: beside !== null, when: '!dialogOpen && !inputFocus', run: () => setQuery({ beside: null }) }
    ]);
    const make = <Menu label={nls.localize('earshot/training/question/new', 'New question')} items={questionKinds.map(kind => ({ label: kindText(kind), icon: kindIcon(kind), run: () => begin.mutate(kind) }))}>
        <Button variant='primary' icon='add' busy={begin.isPending}>{nls.localize('earshot/training/question/new', 'New question')}</Button></Menu>;
    return <Page title={nls.localize('earshot/training/question/title', 'Question bank')} actions={<>
        <Button icon='desktop-download' onClick={() => setQuery({ dialog: 'export' })}>{nls.localize('earshot/training/question/export', 'Export…')}</Button>
        {writes && <Button icon='cloud-upload' onClick={() => setQuery({ dialog: 'import' })}>{nls.localize('earshot/training/question/import', 'Import…')}</Button>}{writes && make}</>}>
        <Beside panel={beside && <QuestionPanel key={beside} id={beside} onClose={() => setQuery({ beside: null })} />}>
            <DataTable name='training.questions' label={nls.localize('earshot/training/question/title', 'Question bank')} columns={columns()} rows={rows} keyOf={each => each.id} openKey={beside} onOpen={row => setQuery({ beside: row.id })}
                hasMore={questions.hasNextPage} onMore={() => { if (!questions.isFetchingNextPage) { void questions.fetchNextPage(); } }} error={questions.error} onRetry={() => void questions.refetch()}
                rowClass={each => each.state === 'retired' ? 'tq-retired' : undefined} toolbar={<><QuestionSearch filter={filter} /><QuestionFilters filter={filter} /><QuestionChips filter={filter} /></>}
                empty={filtered
                    ? <EmptyState icon='search' title={nls.localize('earshot/training/question/none-found', 'No question fits these filters.')} action={<Button onClick={() => setQuery(Object.fromEntries(questionFilterNames.map(each => [each, null])))}>{nls.localize('earshot/training/question/show-all', 'Show all questions')}</Button>} />
                    : <EmptyState icon='checklist' title={nls.localize('earshot/training/question/none', 'No questions yet.')} action={writes && <Button variant='primary' icon='cloud-upload' onClick={() => setQuery({ dialog: 'import' })}>{nls.localize('earshot/training/question/first', 'Import those that you have')}</Button>}>
                        <p>{nls.localize('earshot/training/question/none-help', 'Questions from Moodle and other systems come in as files; everything else is written here.')}</p></EmptyState>} />
        </Beside>
        {query.get('dialog') === 'export' && <ExportDialog filter={filter} onClose={() => setQuery({ dialog: null })} />}
        {query.get('dialog') === 'import' && writes && <ImportDialog onClose={() => setQuery({ dialog: null })} />}
    </Page>;
}
