import { nls } from '@theia/core/lib/common/nls';
import { formatFixed, formatList } from '@earshot/core/lib/browser/widgets/format';
import type { CalibrationResult } from '../../../common/calibration/calibration-contract';

type Drift = NonNullable<CalibrationResult['summary']['strictest']>;

/** The result in one sentence, from the facts that the server computed: agreement, ambiguous questions, who drifts. */
export function summarySentence({ summary, raters }: Pick<CalibrationResult, 'summary' | 'raters'>, questionName: (id: string) => string): string {
    const name = ({ raterId }: Drift): string => raters.find(each => each.raterId === raterId)?.name ?? '';
    const points = (drift: Drift): readonly [string, string, string] => [name(drift), formatFixed(Math.abs(drift.mean), 1), formatFixed(drift.halfWidth, 1)];
    const active = raters.filter(each => each.submitted > 0 && !each.rules).length;
    const clauses = [
        summary.questionsJudged === 0 ? nls.localize('earshot/quality/summary/too-few', 'There are too few ratings to speak of agreement')
            : nls.localize('earshot/quality/summary/agreement', '{0} evaluators agree well on {1} of {2} questions', active, summary.questionsGood, summary.questionsJudged),
        ...summary.ambiguous.length === 0 ? [] : [summary.ambiguous.length > 3 ? nls.localize('earshot/quality/summary/many-ambiguous', '{0} questions are ambiguous', summary.ambiguous.length)
            : nls.localize('earshot/quality/summary/ambiguous', 'ambiguous: {0}', formatList(summary.ambiguous.map(each => nls.localize('earshot/quality/summary/quoted', '“{0}”', questionName(each)))))],
        ...summary.strictest ? [nls.localize('earshot/quality/summary/stricter', '{0} is {1} points stricter (±{2})', ...points(summary.strictest))] : [],
        ...summary.mostLenient ? [nls.localize('earshot/quality/summary/more-lenient', '{0} is {1} points more lenient (±{2})', ...points(summary.mostLenient))] : []
    ];
    return nls.localize('earshot/quality/summary/sentence', '{0}.', clauses.join(nls.localize('earshot/quality/summary/separator', '; ')));
}
