import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQueryClient } from '@tanstack/react-query';
import { useErrorText, useToast } from '@earshot/core/lib/browser/application';
import { Link, type PageProps } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { TimeRange } from '@earshot/media/lib/browser/player';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { Ending } from './draft/draft-state';
import { queueOrigin } from '../sampling/next-drawn';
import { EvaluationEditor } from './evaluation-editor';
import { EvaluationReading } from './evaluation-reading';
import { useEvaluation } from './use-evaluation';

/** One evaluation: written while it is the person's draft, else read. */
export default function EvaluationPage({ params, query }: PageProps): React.ReactElement {
    return <OneEvaluation key={params.id} id={params.id!} from={query.get('from')} play={readSpan(query.get('play'))} />;
}

/** Where the person came from: the list with its filters, the session, or all evaluations. */
function backOf(from: string | null, evaluation: Evaluation | undefined): { readonly to: string; readonly label: string } {
    if (evaluation?.sessionId) {
        return { to: `/quality/calibrations/${evaluation.sessionId}`, label: nls.localize('earshot/quality/desk/back-session', 'Back to the session') };
    }
    if (from === queueOrigin) {
        return { to: '/quality/to-score', label: nls.localize('earshot/quality/desk/back-drawn', 'Back to the calls to score') };
    }
    return from === null ? { to: '/quality/evaluations', label: nls.localize('earshot/quality/desk/back-evaluations', 'Back to the evaluations') }
        : { to: `/quality/calls?${from}`, label: nls.localize('earshot/quality/desk/back-calls', 'Back to the calls') };
}

/** A stretch of the recording in the address, `12000-15000` in milliseconds; undefined for what is none. */
function readSpan(text: string | null): TimeRange | undefined {
    const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? [];
    return from === undefined ? undefined : [Number(from), Number(to)];
}

interface OneEvaluationProps { readonly id: string; readonly from: string | null; readonly play: TimeRange | undefined }

function OneEvaluation({ id, from, play }: OneEvaluationProps): React.ReactElement {
    const { describe } = useErrorText();
    const toast = useToast();
    const queries = useQueryClient();
    // what is written starts from what the server had when the page was opened, and nothing that arrives later replaces it
    const [written, setWritten] = React.useState<Evaluation>();
    const [ending, setEnding] = React.useState<Ending>();
    const { data, error, isFetchedAfterMount, refetch } = useEvaluation(id, written === undefined);
    const loaded = isFetchedAfterMount || ending === 'submitted' ? data : undefined;
    React.useEffect(() => {
        if (loaded?.may.includes('edit') && ending === undefined) {
            setWritten(loaded);
        }
    }, [loaded, ending]);
    const end = (how: Ending): void => {
        setEnding(how);
        setWritten(undefined);
        ['evaluation', 'evaluation-day', 'interaction', 'calibration'].forEach(noun => void queries.invalidateQueries({ queryKey: [noun] }));
        if (how === 'submitted-elsewhere') {
            toast(nls.localize('earshot/quality/draft/submitted-elsewhere', 'This evaluation was submitted in another tab or on another device. You see what was submitted.'), { tone: 'caution', sticky: true });
        }
    };
    const back = backOf(from, written ?? loaded);
    const title = nls.localize('earshot/quality/evaluation/title', 'Evaluation');
    if (ending === 'gone') {
        return <Page title={title}><EmptyState icon='trash' title={nls.localize('earshot/quality/draft/gone', 'This draft does not exist any more: it was discarded or handed over.')} action={<Link to={back.to} className='e-button e-button-primary'>{back.label}</Link>} /></Page>;
    }
    if (written) {
        return <EvaluationEditor evaluation={written} back={back} onEnd={end} />;
    }
    if (loaded && (ending === 'submitted' || !loaded.may.includes('edit'))) {
        return <EvaluationReading evaluation={loaded} back={back} from={from ?? ''} play={play} concluded={ending === 'submitted'} />;
    }
    return <Page title={title}>{error ? <EmptyState icon='warning' title={describe(error)} action={<><Button onClick={() => void refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button><Link to={back.to} className='e-button'>{back.label}</Link></>} /> : <Skeleton lines={10} />}</Page>;
}
