import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { DateField, Field, PersonPicker } from '@earshot/core/lib/browser/widgets';
import { MinutesDialog } from '@earshot/writing/lib/browser/minutes/minutes-dialog';
import { todayHere } from '@earshot/writing/lib/browser/minutes/written-minutes';
import { yearAfter } from '@earshot/writing/lib/common/minutes/days';
import { knowledgeContract } from '../../common/knowledge-contract';
import { useCategories } from '../article/use-articles';
import { categoryText } from '../category/category-text';
import { ReviewFiguresList } from './review-figures';

interface Next { readonly nextOn: string | null; readonly nextOwnerId: string | null }

/** The minutes of a review of a category, or of the whole base. */
export function AnnualReviewDialog({ categoryId, onClose }: { /** Null for the whole base. */ readonly categoryId: string | null; onClose(): void }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const { person } = useSession();
    const categories = useCategories();
    const { data: figures } = useQuery({ queryKey: ['annual-review', 'figures', categoryId], queryFn: ({ signal }) => client.annualReviews.figures(categoryId ? { categoryId } : {}, { signal }), meta: { shows: ['article'] } });
    return <MinutesDialog<Next> title={categoryId ? nls.localize('earshot/knowledge/annual/review-category', 'Review of “{0}”', categoryText(categories, categoryId)) : nls.localize('earshot/knowledge/annual/review-base', 'Review of the whole knowledge base')}
        draft={`knowledge.minutes.${categoryId ?? 'base'}`} extra={{ nextOn: yearAfter(todayHere()), nextOwnerId: person.id }} paths={['nextOn']} isWhole={({ nextOn, nextOwnerId }) => nextOn !== null && nextOwnerId !== null}
        findings={[
            { id: 'completeness', label: nls.localize('earshot/knowledge/annual/completeness', 'Completeness'), help: nls.localize('earshot/knowledge/annual/completeness-help', 'What is missing that customers and colleagues ask for?') },
            { id: 'fitness', label: nls.localize('earshot/knowledge/annual/fitness', 'Fitness'), help: nls.localize('earshot/knowledge/annual/fitness-help', 'Is what stands there right, easy to find and of use in a call?') }
        ]}
        fields={({ nextOn, nextOwnerId }, set, problem) => <div className='k-annual-next'>
            <Field label={nls.localize('earshot/knowledge/annual/next', 'Next review')} help={nls.localize('earshot/knowledge/annual/next-help', 'Within a year.')} required error={problem('nextOn')}><DateField value={nextOn} onChange={day => set({ nextOn: day })} /></Field>
            <Field label={nls.localize('earshot/knowledge/annual/next-owner', 'Who answers for it')} required><PersonPicker value={nextOwnerId} onChange={id => set({ nextOwnerId: id })} /></Field>
        </div>}
        invalidates={[['annual-review'], ['work']]} onClose={onClose}
        record={({ heldOn, scope, participantIds, actions, findings }, { nextOn, nextOwnerId }) => client.annualReviews.add({
            categoryId, heldOn, scope, participantIds: [...participantIds], actions: [...actions], completeness: findings.completeness!, fitness: findings.fitness!, nextOn: nextOn!, nextOwnerId: nextOwnerId!
        })}>{figures && <ReviewFiguresList figures={figures} />}</MinutesDialog>;
}
