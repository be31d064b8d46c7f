import { nls } from '@theia/core/lib/common/nls';
import { occasions } from '../../common/interaction/channel';
import type { OccasionChoice, Period } from '../../common/report/report-contract';
import { occasionText } from '../conversation/channel-words';
import type { ReportTab, Span } from './report-view';

export function tabText(tab: ReportTab): string {
    switch (tab) {
        case 'overview': return nls.localize('earshot/quality/reports/overview', 'Overview');
        case 'trend': return nls.localize('earshot/quality/reports/trend', 'Over time');
        case 'people': return nls.localize('earshot/quality/reports/people', 'Teams and agents');
        case 'questions': return nls.localize('earshot/quality/reports/questions', 'Lost points');
        case 'critical': return nls.localize('earshot/quality/reports/critical', 'Critical errors');
        case 'evaluators': return nls.localize('earshot/quality/reports/evaluators', 'Evaluators');
        case 'severity': return nls.localize('earshot/quality/reports/severity', 'Severity');
        case 'disputes': return nls.localize('earshot/quality/reports/disputes', 'Disputes');
    }
}

export const adjustedTitle = (): string => nls.localize('earshot/quality/reports/adjusted', 'Adjusted scores');

export function spanText(span: Span): string {
    switch (span) {
        case '30': return nls.localize('earshot/quality/reports/days-30', '30 days');
        case '90': return nls.localize('earshot/quality/reports/days-90', '90 days');
        case '365': return nls.localize('earshot/quality/reports/days-365', '12 months');
    }
}

export function periodText(period: Period): string {
    switch (period) {
        case 'day': return nls.localize('earshot/quality/reports/day', 'Day');
        case 'week': return nls.localize('earshot/quality/reports/week', 'Week');
        case 'month': return nls.localize('earshot/quality/reports/month', 'Month');
    }
}

export const occasionChoiceText = (choice: OccasionChoice): string => choice === 'any' ? nls.localize('earshot/quality/reports/any-occasion', 'All occasions') : occasionText(choice);

/** Occasions, classes of critical errors, what is wrong with a process by the tests for special causes (Nelson, 1984), and why nothing is said of somebody. */
export const codeTexts = (): Readonly<Record<string, string>> => ({
    none: nls.localize('earshot/quality/report-codes/none', 'no'),
    customer: nls.localize('earshot/quality/report-codes/customer', 'Customer-critical'),
    business: nls.localize('earshot/quality/report-codes/business', 'Business-critical'),
    compliance: nls.localize('earshot/quality/report-codes/compliance', 'Compliance-critical'),
    ...Object.fromEntries(occasions.map(each => [each, occasionText(each)])),
    'beyond-limits': nls.localize('earshot/quality/report-codes/beyond-limits', 'outside the control limits'),
    'nine-on-one-side': nls.localize('earshot/quality/report-codes/nine-on-one-side', 'nine in a row on one side of the centre'),
    'six-trending': nls.localize('earshot/quality/report-codes/six-trending', 'six in a row rising or falling'),
    'fourteen-alternating': nls.localize('earshot/quality/report-codes/fourteen-alternating', 'fourteen in a row up and down in turn'),
    'too-few': nls.localize('earshot/quality/report-codes/too-few', 'fewer than five evaluations'),
    disconnected: nls.localize('earshot/quality/report-codes/disconnected', 'no agent in common with the other evaluators'),
    'no-order': nls.localize('earshot/quality/report-codes/no-order', 'these evaluations do not tell any agent from another'),
    'too-few-units': nls.localize('earshot/quality/report-codes/too-few-units', 'fewer than two agents have scores'),
    'too-few-raters': nls.localize('earshot/quality/report-codes/too-few-raters', 'fewer than two evaluators have agents in common'),
    'too-few-trials': nls.localize('earshot/quality/report-codes/too-few-trials', 'too few evaluations for so many people'),
    'no-variation': nls.localize('earshot/quality/report-codes/no-variation', 'all scores are the same')
});

/** `customer`, or several codes separated by blanks. */
export function codeText(codes: string): string {
    const known = codeTexts();
    return codes.split(' ').map(each => known[each] ?? each).join('; ');
}

/** The headings of columns and the names of figures, by id. What has an interval is the only one of three with a name. */
export const titles = (): Readonly<Record<string, string>> => ({
    period: nls.localize('earshot/quality/report-columns/period', 'From'),
    name: nls.localize('earshot/quality/report-columns/name', 'Name'),
    team: nls.localize('earshot/quality/report-columns/team', 'Team'),
    form: nls.localize('earshot/quality/report-columns/form', 'Form'),
    question: nls.localize('earshot/quality/report-columns/question', 'Question'),
    criticalClass: nls.localize('earshot/quality/report-columns/critical-class', 'Critical'),
    n: nls.localize('earshot/quality/report-columns/n', 'Evaluations'),
    evaluations: nls.localize('earshot/quality/report-columns/n', 'Evaluations'),
    evaluators: nls.localize('earshot/quality/report-columns/evaluators', 'Evaluators'),
    hours: nls.localize('earshot/quality/report-columns/hours', 'Hours of recordings'),
    scored: nls.localize('earshot/quality/report-columns/scored', 'With a score'),
    mean: nls.localize('earshot/quality/report-columns/mean', 'Mean score'),
    centre: nls.localize('earshot/quality/report-columns/centre', 'Centre line'),
    lowerLimit: nls.localize('earshot/quality/report-columns/lower-limit', 'Lower limit'),
    upperLimit: nls.localize('earshot/quality/report-columns/upper-limit', 'Upper limit'),
    signals: nls.localize('earshot/quality/report-columns/signals', 'Signals'),
    assessed: nls.localize('earshot/quality/report-columns/assessed', 'With a pass mark'),
    passed: nls.localize('earshot/quality/report-columns/passed', 'Passed'),
    represented: nls.localize('earshot/quality/report-columns/represented', 'Calls they stand for'),
    movingRange: nls.localize('earshot/quality/report-columns/moving-range', 'Moving range, points'),
    rangeCentre: nls.localize('earshot/quality/report-columns/range-centre', 'Moving range, centre line'),
    rangeUpperLimit: nls.localize('earshot/quality/report-columns/range-upper', 'Moving range, upper limit'),
    rangeSignals: nls.localize('earshot/quality/report-columns/range-signals', 'Moving range, signals'),
    passRate: nls.localize('earshot/quality/report-columns/pass-rate', 'Pass rate'),
    passRateCentre: nls.localize('earshot/quality/report-columns/pass-centre', 'Pass rate, centre line'),
    passRateLowerLimit: nls.localize('earshot/quality/report-columns/pass-lower', 'Pass rate, lower limit'),
    passRateUpperLimit: nls.localize('earshot/quality/report-columns/pass-upper', 'Pass rate, upper limit'),
    passRateSignals: nls.localize('earshot/quality/report-columns/pass-signals', 'Pass rate, signals'),
    criticalErrors: nls.localize('earshot/quality/report-columns/critical-errors', 'With critical errors'),
    deducted: nls.localize('earshot/quality/report-columns/deducted', 'With a loss'),
    lost: nls.localize('earshot/quality/report-columns/lost', 'Points lost, total'),
    lostEach: nls.localize('earshot/quality/report-columns/lost-each', 'Points lost per evaluation'),
    vitalFew: nls.localize('earshot/quality/report-columns/vital-few', 'Questions that make 80% of the loss'),
    share: nls.localize('earshot/quality/report-columns/share', 'Share of the loss'),
    cumulative: nls.localize('earshot/quality/report-columns/cumulative', 'Cumulative'),
    ...Object.fromEntries((['customer', 'business', 'compliance'] as const).flatMap(of => {
        const name = codeText(of);
        return [[of, nls.localize('earshot/quality/report-columns/accuracy', '{0}: free of errors', name)], [`${of}Assessed`, nls.localize('earshot/quality/report-columns/class-assessed', '{0}: assessed', name)],
            [`${of}Accurate`, nls.localize('earshot/quality/report-columns/class-accurate', '{0}: without error', name)]];
    })),
    hits: nls.localize('earshot/quality/report-columns/hits', 'Found'),
    misses: nls.localize('earshot/quality/report-columns/misses', 'Missed'),
    sensitivity: nls.localize('earshot/quality/report-columns/sensitivity', 'Detection rate'),
    falseAlarms: nls.localize('earshot/quality/report-columns/false-alarms', 'False alarms'),
    correctRejections: nls.localize('earshot/quality/report-columns/correct-rejections', 'Rightly none'),
    falseAlarmRate: nls.localize('earshot/quality/report-columns/false-alarm-rate', 'False-alarm rate'),
    minutes: nls.localize('earshot/quality/report-columns/minutes', 'Minutes of recordings'),
    leniency: nls.localize('earshot/quality/report-columns/leniency', 'Leniency against peers'),
    compared: nls.localize('earshot/quality/report-columns/compared', 'Compared'),
    effect: nls.localize('earshot/quality/report-columns/effect', 'Milder (+) or stricter (−), in points'),
    fromEvaluators: nls.localize('earshot/quality/report-columns/from-evaluators', 'From evaluators'),
    fromForms: nls.localize('earshot/quality/report-columns/from-forms', 'From forms'),
    adjusted: nls.localize('earshot/quality/report-columns/adjusted', 'Adjusted score'),
    rank: nls.localize('earshot/quality/report-columns/rank', 'Rank'),
    alike: nls.localize('earshot/quality/report-columns/alike', 'Not told apart from'),
    reason: nls.localize('earshot/quality/report-columns/reason', 'Note'),
    severitySpread: nls.localize('earshot/quality/report-columns/severity-spread', 'Evaluators differ by (standard deviation), points'),
    largestCorrection: nls.localize('earshot/quality/report-columns/largest-correction', 'Most that evaluators moved an agent’s mean, points'),
    shareOfEvaluators: nls.localize('earshot/quality/report-columns/share-evaluators', 'Due to who evaluated'),
    shareOfAgents: nls.localize('earshot/quality/report-columns/share-agents', 'Due to who took the call'),
    shareOfOthers: nls.localize('earshot/quality/report-columns/share-others', 'Due to the call and chance'),
    notApplicableShare: nls.localize('earshot/quality/report-columns/not-applicable', 'Rated “not applicable”'),
    ratings: nls.localize('earshot/quality/report-columns/ratings', 'Ratings'),
    listenedShare: nls.localize('earshot/quality/report-columns/listened', 'Of each recording, listened to'),
    lastCalibrated: nls.localize('earshot/quality/report-columns/calibrated', 'Last calibrated'),
    results: nls.localize('earshot/quality/report-columns/results', 'Released results'),
    disputed: nls.localize('earshot/quality/report-columns/disputed', 'Disputed'),
    disputeRate: nls.localize('earshot/quality/report-columns/dispute-rate', 'Dispute rate'),
    questions: nls.localize('earshot/quality/report-columns/questions', 'Questions disputed'),
    decided: nls.localize('earshot/quality/report-columns/decided', 'Decided'),
    overturned: nls.localize('earshot/quality/report-columns/overturned', 'Overturned'),
    overturnRate: nls.localize('earshot/quality/report-columns/overturn-rate', 'Overturn rate')
});

/** For files, in which an interval has two columns of its own. */
export const fileTitles = (): Readonly<Record<string, string>> => {
    const named = titles();
    return { ...named, ...Object.fromEntries(Object.entries(named).flatMap(([id, title]) => [
        [`${id}Low`, nls.localize('earshot/quality/report-columns/low', '{0}, from (95%)', title)], [`${id}High`, nls.localize('earshot/quality/report-columns/high', '{0}, to (95%)', title)]])) };
};
