import { nls } from '@theia/core/lib/common/nls';
import { formatDate, formatDuration, formatList, formatNumber, formatPercent } from '@earshot/core/lib/browser/widgets';
import type { DrawRow, ItemState, PlanOutline, RedistributionReason, ReplacementReason, StratumNames } from '../../common/sampling/sampling-contract';
import type { CallCondition, SamplingDefinition, SamplingPeriod, SamplingSize, StrataKind } from '../../common/sampling/sampling-definition';
import type { ItemKind } from '../../common/sampling/draw';
import { directionText } from '../interaction/call-words';

export const periodText = (period: SamplingPeriod): string => period === 'week' ? nls.localize('earshot/quality/sampling/every-week', 'Every week') : nls.localize('earshot/quality/sampling/every-month', 'Every month');

export function strataText(kind: StrataKind): string {
    switch (kind) {
        case 'agent': return nls.localize('earshot/quality/call/agent', 'Agent');
        case 'team': return nls.localize('earshot/quality/call/team', 'Team');
        case 'queue': return nls.localize('earshot/quality/call/queue', 'Queue');
        case 'time-of-day': return nls.localize('earshot/quality/sampling/time-of-day', 'Time of day');
        case 'tenure': return nls.localize('earshot/quality/sampling/tenure', 'New staff');
    }
}

function valueText({ kind, value, name }: StratumNames[number]): string {
    if (value === null) {
        return nls.localize('earshot/quality/sampling/unknown-value', '{0}: not known', strataText(kind));
    }
    switch (value) {
        case 'night': return kind === 'time-of-day' ? nls.localize('earshot/quality/sampling/night', 'Night (0–6)') : value;
        case 'morning': return kind === 'time-of-day' ? nls.localize('earshot/quality/sampling/morning', 'Morning (6–12)') : value;
        case 'afternoon': return kind === 'time-of-day' ? nls.localize('earshot/quality/sampling/afternoon', 'Afternoon (12–18)') : value;
        case 'evening': return kind === 'time-of-day' ? nls.localize('earshot/quality/sampling/evening', 'Evening (18–24)') : value;
        case 'new': return kind === 'tenure' ? nls.localize('earshot/quality/sampling/new-staff', 'New') : value;
        case 'settled': return kind === 'tenure' ? nls.localize('earshot/quality/sampling/settled-staff', 'Settled in') : value;
        default: return name ?? value;
    }
}

export const stratumText = (stratum: StratumNames): string => stratum.length ? stratum.map(valueText).join(' · ') : nls.localize('earshot/quality/sampling/all-calls', 'All calls');

export function kindText(kind: ItemKind): string {
    switch (kind) {
        case 'random': return nls.localize('earshot/quality/sampling/kind-random', 'At random');
        case 'rule': return nls.localize('earshot/quality/sampling/kind-rule', 'By rule');
        case 'shadow': return nls.localize('earshot/quality/sampling/kind-shadow', 'Second scoring');
        case 'intra': return nls.localize('earshot/quality/sampling/kind-intra', 'Own call again');
    }
}

export function itemStateText(state: ItemState): string {
    switch (state) {
        case 'open': return nls.localize('earshot/quality/sampling/state-open', 'Waits');
        case 'begun': return nls.localize('earshot/quality/sampling/state-begun', 'Begun');
        case 'scored': return nls.localize('earshot/quality/sampling/state-scored', 'Scored');
        case 'replaced': return nls.localize('earshot/quality/sampling/state-replaced', 'Replaced');
    }
}

export function reasonText(reason: ReplacementReason): string {
    switch (reason) {
        case 'unusable-recording': return nls.localize('earshot/quality/sampling/reason-recording', 'The recording cannot be used');
        case 'no-conversation': return nls.localize('earshot/quality/sampling/reason-conversation', 'There is no conversation');
        case 'wrong-facts': return nls.localize('earshot/quality/sampling/reason-facts', 'Agent, queue or tags are wrong');
        case 'conflict-of-interest': return nls.localize('earshot/quality/sampling/reason-conflict', 'Conflict of interest');
        case 'other': return nls.localize('earshot/quality/sampling/reason-other', 'Another reason');
    }
}

/** What came of handing calls out again. */
export const redistributedText = ({ moved, left }: { readonly moved: number; readonly left: number }): string =>
    left ? nls.localize('earshot/quality/sampling/redistributed-partly', 'Handed out again: {0} calls. Nobody else may score {1} of them.', moved, left) : nls.localize('earshot/quality/sampling/redistributed', 'Handed out again: {0} calls. Their evaluators are told.', moved);

export function redistributionText(reason: RedistributionReason): string {
    switch (reason) {
        case 'absent': return nls.localize('earshot/quality/sampling/reason-absent', 'Absent');
        case 'workload': return nls.localize('earshot/quality/sampling/reason-workload', 'Too much to do');
        case 'unqualified': return nls.localize('earshot/quality/sampling/reason-unqualified', 'Nobody was qualified');
        case 'conflict-of-interest': return nls.localize('earshot/quality/sampling/reason-conflict', 'Conflict of interest');
    }
}

export const drawText = ({ firstDay, lastDay }: Pick<DrawRow, 'firstDay' | 'lastDay'>): string => `${formatDate(firstDay)} – ${formatDate(lastDay)}`;

/** A moment within the last day of a deadline, which is the end of that day. */
export const lastDay = (dueAt: string): string => new Date(Date.parse(dueAt) - 1).toISOString();

/** How large a plan's draws are, in short. */
export function sizeText(size: SamplingSize): string {
    switch (size.kind) {
        case 'per-stratum': return nls.localize('earshot/quality/sampling/size-per-stratum', '{0} of each stratum', formatNumber(size.calls));
        case 'total': return nls.localize('earshot/quality/sampling/size-total', '{0} calls', formatNumber(size.calls));
        case 'precision': return nls.localize('earshot/quality/sampling/size-precision', '±{0} points at {1}', formatNumber(size.margin * 100, 1), formatPercent(size.confidence, 1));
    }
}

/** What the size means: "97 calls a month: the share of passed calls is known to ±10 points at 95 %." */
export function meaningText({ random, margin, confidence }: Pick<PlanOutline, 'random' | 'margin' | 'confidence'>, period: SamplingPeriod): string {
    const points = margin === null ? '–' : formatNumber(margin * 100, 1);
    if (margin === 0) {
        return nls.localize('earshot/quality/sampling/meaning-all', '{0} calls: every call of the period is scored, so nothing is left to chance.', formatNumber(random));
    }
    return period === 'week' ? nls.localize('earshot/quality/sampling/meaning-week', '{0} calls a week: the share of passed calls is known to ±{1} points at {2}.', formatNumber(random), points, formatPercent(confidence, 1))
        : nls.localize('earshot/quality/sampling/meaning-month', '{0} calls a month: the share of passed calls is known to ±{1} points at {2}.', formatNumber(random), points, formatPercent(confidence, 1));
}

/** A condition in words, without names of people and teams. Empty where it leaves everything open. */
export function conditionText(condition: CallCondition): string {
    const minutes = (ms: number): string => formatDuration(ms);
    return formatList([
        ...condition.teamIds.length ? [nls.localize('earshot/quality/sampling/of-teams', '{0} teams', condition.teamIds.length)] : [], ...condition.agentIds.length ? [nls.localize('earshot/quality/sampling/of-agents', '{0} agents', condition.agentIds.length)] : [],
        ...condition.queues, ...condition.directions.map(directionText), ...condition.tags.map(each => `#${each}`),
        ...condition.minDurationMs === null ? [] : [nls.localize('earshot/quality/sampling/from-length', 'from {0}', minutes(condition.minDurationMs))], ...condition.maxDurationMs === null ? [] : [nls.localize('earshot/quality/sampling/to-length', 'up to {0}', minutes(condition.maxDurationMs))],
        ...condition.tenureBelowDays === null ? [] : [nls.localize('earshot/quality/sampling/tenure-below', 'agents in their first {0} days', condition.tenureBelowDays)], ...condition.tenureFromDays === null ? [] : [nls.localize('earshot/quality/sampling/tenure-from', 'agents after {0} days', condition.tenureFromDays)],
        ...condition.silenceFromMs === null ? [] : [nls.localize('earshot/quality/sampling/silence-from', 'a silence of {0} s or more', Math.round(condition.silenceFromMs / 1000))],
        ...condition.talkOverFrom === null ? [] : [nls.localize('earshot/quality/sampling/talk-over-from', 'both speak at once {0} times or more', condition.talkOverFrom)]
    ]);
}

export const strataList = ({ strata }: Pick<SamplingDefinition, 'strata'>): string => strata.length ? formatList(strata.map(strataText)) : nls.localize('earshot/quality/sampling/no-strata', 'none');
