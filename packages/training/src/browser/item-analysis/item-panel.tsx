import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Facts, formatNumber, Icon, Notice, SidePanel } from '@earshot/core/lib/browser/widgets';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import { optionText, pointsText } from '../attempt/attempt-words';
import { kindText } from '../question/question-words';
import { concernAdvice, concernTone, difficultyTitle, discriminationTitle, type Figure, figureText, reasonText, secondsText, shareText } from './analysis-words';
import type { PlacedItem } from './item-rows';

/** How long it was looked at, and by how many for less time than it takes to read it. */
function timeFacts({ times }: PlacedItem): readonly (readonly [string, string])[] {
    if (!times) {
        return [];
    }
    const { n, median, lowerQuartile, upperQuartile, rapid } = times;
    return [
        [nls.localize('earshot/training/item-analysis/time-long', 'Time in view, median (quartiles)'), nls.localize('earshot/training/item-analysis/time-value', '{0} ({1} – {2}), n = {3}', secondsText(median), secondsText(lowerQuartile), secondsText(upperQuartile), formatNumber(n))],
        ...rapid ? [[nls.localize('earshot/training/item-analysis/rapid-long', 'Answered in under {0}: guessed rather than read', secondsText(rapid.underMs)), formatNumber(rapid.people)] as const] : []
    ];
}

/** One question: what was chosen by those who did well and by those who did not. */
export function ItemPanel({ item, groupSize, onClose }: { readonly item: PlacedItem; readonly groupSize: number; onClose(): void }): React.ReactElement {
    const session = useSession();
    const fact = (figure: Figure, text: string): string => figure.value === null ? `— ${reasonText(figure.reason)}` : text;
    return <SidePanel title={item.name || nls.localize('earshot/training/question/one', 'Question')} subtitle={nls.localize('earshot/training/item-analysis/points', '{0}, points: {1}', kindText(item.kind), pointsText(item.points))} onClose={onClose}
        footer={session.may('question:read') && <Link to={`/training/questions/${item.questionId}`}>{nls.localize('earshot/training/item-analysis/open', 'Open in the question bank')}</Link>}>
        {item.concern && <Notice tone={concernTone(item.concern)}>{concernAdvice(item.concern)}</Notice>}
        <MarkdownView text={item.prompt} />
        <Facts facts={[
            [difficultyTitle(), fact(item.difficulty, shareText(item.difficulty))], [discriminationTitle(), fact(item.discrimination, figureText(item.discrimination))],
            [nls.localize('earshot/training/item-analysis/item-rest-long', 'Correlation with the rest of the exam'), fact(item.itemRest, figureText(item.itemRest))], [nls.localize('earshot/training/item-analysis/variance', 'Variance'), fact(item.variance, figureText(item.variance))],
            [nls.localize('earshot/training/item-analysis/alpha-without', 'Alpha without it'), fact(item.alphaIfDeleted, figureText(item.alphaIfDeleted))], [nls.localize('earshot/training/item-analysis/n', 'People'), formatNumber(item.n)],
            ...timeFacts(item),
            ...item.otherWording > 0 ? [[nls.localize('earshot/training/item-analysis/other-wording', 'Asked in an earlier wording, not counted'), formatNumber(item.otherWording)] as const] : []
        ]} />
        {item.options && <table className='t-distractors'>
            <caption>{nls.localize('earshot/training/item-analysis/options', 'What was chosen')}</caption>
            <thead><tr><th scope='col'>{nls.localize('earshot/training/item-analysis/option', 'Option')}</th><th scope='col'>{nls.localize('earshot/training/item-analysis/upper', 'Best {0}', groupSize)}</th><th scope='col'>{nls.localize('earshot/training/item-analysis/lower', 'Weakest {0}', groupSize)}</th><th scope='col'>{nls.localize('earshot/training/item-analysis/all', 'All')}</th></tr></thead>
            <tbody>{item.options.map(each => <tr key={each.text} data-right={each.share > 0 || undefined}>
                <th scope='row'><span className='t-distractor'>{each.share > 0 && <Icon name='check' label={nls.localize('earshot/training/item-analysis/right', 'Right')} />}<MarkdownView text={optionText(item.kind, each.text)} /></span></th>
                {[each.upper, each.lower, each.all].map((count, column) => <td key={column} className='e-figures'>{formatNumber(count)}</td>)}
            </tr>)}</tbody>
        </table>}
    </SidePanel>;
}
