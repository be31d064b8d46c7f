import { nls } from '@theia/core/lib/common/nls';
import { type InfiniteData, keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import type { Client } from '@earshot/core/lib/common/api/client';
import { type FormVersion, assessmentOperations } from '@earshot/assessment/lib/common/assessment-contract';
import type { CalibrationResult, CalibrationRow } from '../../common/calibration/calibration-contract';
import { qualityContract } from '../../common/quality-contract';

type Calibrations = Client<typeof qualityContract>['calibrations'];
/** One session with its calls and panel. */
export type CalibrationSession = Awaited<ReturnType<Calibrations['get']>>;
export type EvaluatorStatus = Awaited<ReturnType<Calibrations['evaluators']>>[number];
export type TrendPoint = Awaited<ReturnType<Calibrations['trend']>>[number];
interface SessionList { readonly rows: CalibrationRow[]; readonly next?: string }

export function useCalibrationList(): UseInfiniteQueryResult<InfiniteData<SessionList>> {
    const client = useClient(qualityContract);
    return useInfiniteQuery({
        queryKey: ['calibration', 'list'], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.calibrations.list({ after: pageParam, limit: 100 }, { signal }) as Promise<SessionList>, getNextPageParam: last => last.next
    });
}

export function useCalibration(id: string): UseQueryResult<CalibrationSession> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['calibration', 'one', id], queryFn: ({ signal }) => client.calibrations.get({ id }, { signal }) });
}

/** What the phrases of the form make of the calls has no name of its own. */
const withNames = (result: CalibrationResult): CalibrationResult => ({ ...result, raters: result.raters.map(each => each.rules ? { ...each, name: nls.localize('earshot/quality/result/rules', 'Transcript rules') } : each) });

export function useCalibrationResult(id: string, rules: 'beside' | 'counted' = 'beside'): UseQueryResult<CalibrationResult> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['calibration', 'result', id, rules], placeholderData: keepPreviousData, select: withNames, queryFn: ({ signal }) => client.calibrations.result({ id, rules }, { signal }) as Promise<CalibrationResult> });
}

export function useCalibrationTrend(): UseQueryResult<TrendPoint[]> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['calibration', 'trend'], queryFn: ({ signal }) => client.calibrations.trend({}, { signal }) });
}

export function useEvaluatorStatus(): UseQueryResult<EvaluatorStatus[]> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['calibration', 'evaluators'], queryFn: ({ signal }) => client.calibrations.evaluators(undefined, { signal }) });
}

/** The version of a form, for the words of its questions. It never changes once it was published. */
export function useFormVersion(id: string): UseQueryResult<FormVersion> {
    const client = useClient(assessmentOperations);
    const mayRead = useSession().may('form:read');
    return useQuery({ queryKey: ['form', 'version', id], enabled: mayRead, staleTime: Infinity, queryFn: ({ signal }) => client.forms.version({ id }, { signal }) as Promise<FormVersion> });
}
