import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Chart } from '@earshot/core/lib/browser/chart';
import { useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { Badge, Beside, Button, Card, type Column, DataTable, EmptyState, Field, formatNumber, Select, Skeleton, type Sort, Tooltip } from '@earshot/core/lib/browser/widgets';
import type { ExamAnalysisView } from '../../common/item-analysis/item-analysis-contract';
import { trainingContract } from '../../common/training-contract';
import { concernText, concernTone, difficultyTitle, discriminationTitle, type Figure, figureText, hiddenText, reasonText, secondsText, shareText } from './analysis-words';
import { ItemPanel } from './item-panel';
import { type PlacedItem, planeOf, sortedItems } from './item-rows';
import { TestFigures } from './test-figures';

/** A figure, or a dash that says why there is none. */
const Shown = ({ figure, text }: { readonly figure: Figure; readonly text: string }): React.ReactElement => figure.value === null
    ? <Tooltip text={reasonText(figure.reason)}><span className='e-figures' aria-label={reasonText(figure.reason)} role='img'>—</span></Tooltip> : <span className='e-figures'>{text}</span>;

const columns = (): readonly Column<PlacedItem>[] => [
    { id: 'place', title: nls.localize('earshot/training/item-analysis/place', 'No.'), width: 60, grow: 0, numeric: true, sortable: true, value: row => row.place },
    { id: 'question', title: nls.localize('earshot/training/question/prompt', 'Question'), fixed: true, width: 180, grow: 5, value: row => row.name || row.prompt },
    { id: 'concern', title: nls.localize('earshot/training/item-analysis/concern', 'Stands out'), width: 210, grow: 0, value: row => row.concern && concernText(row.concern), render: row => row.concern && <Badge tone={concernTone(row.concern)} icon='warning'>{concernText(row.concern)}</Badge> },
    { id: 'difficulty', title: nls.localize('earshot/training/item-analysis/difficulty-short', 'Difficulty'), width: 100, grow: 0, numeric: true, sortable: true, value: row => row.difficulty.value, render: row => <Shown figure={row.difficulty} text={shareText(row.difficulty)} /> },
    { id: 'discrimination', title: discriminationTitle(), width: 120, grow: 0, numeric: true, sortable: true, value: row => row.discrimination.value, render: row => <Shown figure={row.discrimination} text={figureText(row.discrimination)} /> },
    { id: 'itemRest', title: nls.localize('earshot/training/item-analysis/item-rest', 'With the rest'), width: 120, grow: 0, numeric: true, sortable: true, value: row => row.itemRest.value, render: row => <Shown figure={row.itemRest} text={figureText(row.itemRest)} /> },
    { id: 'time', title: nls.localize('earshot/training/item-analysis/time', 'Time, median'), width: 110, grow: 0, numeric: true, sortable: true, value: row => row.times && row.times.median / 1000, render: row => row.times && <span className='e-figures'>{secondsText(row.times.median)}</span> },
    { id: 'rapid', title: nls.localize('earshot/training/item-analysis/rapid', 'Too fast'), width: 90, grow: 0, numeric: true, sortable: true, value: row => row.times?.rapid?.people ?? null },
    { id: 'n', title: nls.localize('earshot/training/item-analysis/n', 'People'), width: 80, grow: 0, numeric: true, sortable: true, value: row => row.n },
    { id: 'variance', title: nls.localize('earshot/training/item-analysis/variance', 'Variance'), width: 100, grow: 0, numeric: true, sortable: true, hidden: true, value: row => row.variance.value, render: row => <Shown figure={row.variance} text={figureText(row.variance)} /> },
    { id: 'alphaIfDeleted', title: nls.localize('earshot/training/item-analysis/alpha-without', 'Alpha without it'), width: 130, grow: 0, numeric: true, sortable: true, hidden: true, value: row => row.alphaIfDeleted.value, render: row => <Shown figure={row.alphaIfDeleted} text={figureText(row.alphaIfDeleted)} /> }
];
const [rowHeight, tableHead] = [40, 100];

/** How the questions of an exam were answered. @param asked the version that stands in the address */
export function AnalysisPane({ examId, asked }: { readonly examId: string; readonly asked: string | null }): React.ReactElement {
    const client = useClient(trainingContract);
    const { describe } = useErrorText();
    const number = asked !== null && /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : undefined;
    const { data, error, refetch } = useQuery({ queryKey: ['exam', 'analysis', examId, number], meta: { shows: ['attempt', 'question'] }, queryFn: ({ signal }) => client.itemAnalyses.get({ id: examId, number }, { signal }) as Promise<ExamAnalysisView> });
    return data ? <Analysis analysis={data} /> : error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />;
}

function Analysis({ analysis }: { readonly analysis: ExamAnalysisView }): React.ReactElement {
    const [, setNumber] = useQueryParameter('version', '');
    const [sort, setSort] = React.useState<Sort>({ column: 'place', descending: false });
    const [open, setOpen] = React.useState<string>();
    const shown = React.useMemo(columns, []);
    const items = React.useMemo(() => analysis.items.map((each, place): PlacedItem => ({ ...each, place: place + 1 })), [analysis.items]);
    const rows = React.useMemo(() => sortedItems(items, sort), [items, sort]);
    const plane = React.useMemo(() => planeOf(items, { question: nls.localize('earshot/training/question/prompt', 'Question'), difficulty: difficultyTitle(), discrimination: discriminationTitle() }), [items]);
    const versions = analysis.versions.length > 1 && <Field label={nls.localize('earshot/training/item-analysis/version', 'Version')}><Select value={String(analysis.number)} onChange={setNumber}
        options={analysis.versions.map(each => ({ value: String(each.number), label: nls.localize('earshot/training/item-analysis/version-of', 'v{0}, sat by {1}', each.number, formatNumber(each.people)) }))} /></Field>;
    if (analysis.hidden !== null || analysis.test === null) {
        const { title, text } = hiddenText(analysis);
        return <div className='t-analysis'>{versions}<EmptyState icon='graph-line' title={title}><p>{text}</p></EmptyState></div>;
    }
    const chosen = items.find(each => each.questionId === open);
    const odd = items.filter(each => each.concern).length;
    return <div className='t-analysis'>
        {versions}
        <TestFigures test={analysis.test} people={analysis.people} most={analysis.most} />
        <Card><Chart data={plane} height={280} title={nls.localize('earshot/training/item-analysis/plane', 'Questions by difficulty and discrimination')}
            summary={odd === 0 ? nls.localize('earshot/training/item-analysis/plane-good', 'Further right is easier, further up tells good from bad better. No question stands out.')
                : nls.localize('earshot/training/item-analysis/plane-odd', 'Further right is easier, further up tells good from bad better. Questions that stand out: {0}.', odd)} /></Card>
        <div className='t-analysis-rows' style={{ height: tableHead + rowHeight * items.length }}>
            <Beside panel={chosen && <ItemPanel key={chosen.questionId} item={chosen} groupSize={analysis.test.groupSize} onClose={() => setOpen(undefined)} />}>
                <DataTable name='training.item-analysis' label={nls.localize('earshot/training/item-analysis/title', 'Item analysis')} columns={shown} rows={rows} keyOf={each => each.questionId} openKey={open} onOpen={each => setOpen(each.questionId)} sort={sort} onSort={setSort}
                    empty={<EmptyState icon='checklist' title={nls.localize('earshot/training/exam/problems/no-questions', 'Nothing is asked here yet.')} />} />
            </Beside>
        </div>
    </div>;
}
