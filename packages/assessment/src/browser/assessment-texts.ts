import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution } from '@earshot/core/lib/browser/application/error-text';
import type { HouseTextContribution } from '@earshot/core/lib/browser/application/house-texts';
import type { EntityKind } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import { answerProblemText } from './filling/answer-problem-text';
import { formProblemText } from './form/words/form-problem-text';

/** What this package refuses, with what to do about it. */
export const assessmentErrorTexts: ErrorTextContribution = {
    conflict: (reason, { key, version, rates }) => {
        switch (reason) {
            case 'key-taken': return nls.localize('earshot/assessment/conflict/key-taken', 'There is a form called “{0}” already. Choose another short name.', String(key));
            case 'draft-exists': return nls.localize('earshot/assessment/conflict/draft-exists', 'A new version is being worked on already. Open it under “Versions”.');
            case 'not-a-draft': return nls.localize('earshot/assessment/conflict/not-a-draft', 'This version can no longer be edited. Return it to draft, or begin a new version.');
            case 'not-possible-now': return nls.localize('earshot/assessment/conflict/not-possible-now', 'Somebody has moved this version on meanwhile. Look at its present state.');
            case 'own-form': return nls.localize('earshot/assessment/conflict/own-form', 'This centre wants somebody else to publish a form than who wrote it. Ask a colleague to look at it.');
            case 'form-not-published': return nls.localize('earshot/assessment/conflict/form-not-published', 'The form is not published, so it cannot be filled in yet.');
            case 'form-rates-otherwise': return rates === 'article' ? nls.localize('earshot/assessment/conflict/form-rates-articles', 'This form rates articles. Choose one that rates conversations.')
                : nls.localize('earshot/assessment/conflict/form-rates-conversations', 'This form rates conversations. Choose one that rates articles.');
            case 'already-submitted': return version === undefined ? undefined : nls.localize('earshot/assessment/conflict/already-submitted', 'This form was submitted already and stays as it is.');
            default: return undefined;
        }
    },
    problem: (code, detail) => code === 'malformed-key' ? nls.localize('earshot/assessment/conflict/malformed-key', 'Small letters, digits and hyphens, beginning with a letter.')
        : 'pointer' in detail ? formProblemText(code, detail)
            : 'question' in detail || code.startsWith('evidence-') ? answerProblemText(code, detail as Parameters<typeof answerProblemText>[1]) : undefined
};

const kinds: readonly EntityKind[] = [{ kind: 'form', icon: 'checklist', label: () => nls.localize('earshot/assessment/forms/title', 'Forms') }];

/** The words of this package for what the server names by kind. */
export const assessmentHouseTexts: HouseTextContribution & { readonly kinds: readonly EntityKind[] } = {
    kinds,
    permission: id => {
        switch (id) {
            case 'form:read': return nls.localize('earshot/assessment/permissions/form-read', 'See forms');
            case 'form:write': return nls.localize('earshot/assessment/permissions/form-write', 'Make and edit forms');
            case 'form:publish': return nls.localize('earshot/assessment/permissions/form-publish', 'Publish and retire forms');
            default: return undefined;
        }
    },
    permissionGroup: noun => noun === 'form' ? nls.localize('earshot/assessment/forms/title', 'Forms') : undefined,
    audit: action => {
        switch (action) {
            case 'form.created': return nls.localize('earshot/assessment/audit/created', 'Form made');
            case 'form.imported': return nls.localize('earshot/assessment/audit/imported', 'Form imported');
            case 'form.version-begun': return nls.localize('earshot/assessment/audit/version-begun', 'New version of a form begun');
            case 'form.draft-saved': return nls.localize('earshot/assessment/audit/draft-saved', 'Draft of a form saved');
            case 'form.draft-discarded': return nls.localize('earshot/assessment/audit/draft-discarded', 'Draft of a form discarded');
            case 'form.discarded': return nls.localize('earshot/assessment/audit/discarded', 'Form discarded');
            case 'form.submit': return nls.localize('earshot/assessment/audit/submit', 'Form submitted for review');
            case 'form.withdraw': return nls.localize('earshot/assessment/audit/withdraw', 'Form withdrawn from review');
            case 'form.return': return nls.localize('earshot/assessment/audit/return', 'Form returned to draft');
            case 'form.publish': return nls.localize('earshot/assessment/audit/publish', 'Form published');
            case 'form.retire': return nls.localize('earshot/assessment/audit/retire', 'Form retired');
            case 'form.reinstate': return nls.localize('earshot/assessment/audit/reinstate', 'Form published again');
            case 'form.policy-changed': return nls.localize('earshot/assessment/audit/policy-changed', 'Who may publish a form changed');
            case 'ruling.set': return nls.localize('earshot/assessment/audit/ruling-set', 'Ruling made');
            case 'ruling.withdrawn': return nls.localize('earshot/assessment/audit/ruling-withdrawn', 'Ruling withdrawn');
            default: return undefined;
        }
    }
};
