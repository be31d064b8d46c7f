import { ContributionProvider, bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import type { interfaces } from '@theia/core/shared/inversify';
import { type QuestionKind, type QuestionKinds, withKinds } from '@earshot/forms';

/**
 * Contribution point: a further kind of question, bound in the front end and in the back end. The values of an added kind are
 * chosen among `options`, typed as a number or as text, or answered with yes and no, by what its questions carry.
 */
export const AddedQuestionKind = Symbol('AddedQuestionKind');
export type AddedQuestionKind = QuestionKind;

/** The kinds of question that this installation knows: those of the form engine and the added ones. */
export const FormKinds = Symbol('FormKinds');
export type FormKinds = QuestionKinds;

export const bindFormKinds = (bind: interfaces.Bind): void => {
    bindContributionProvider(bind, AddedQuestionKind);
    bind(FormKinds).toDynamicValue(({ container }) =>
        withKinds(...container.getNamed<ContributionProvider<QuestionKind>>(ContributionProvider, AddedQuestionKind).getContributions())).inSingletonScope();
};
