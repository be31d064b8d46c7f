import { type FormPermission, type FormVersionAction, type FormVersionState, formVersionActions, formVersionTransitions } from '@earshot/forms';

/** The permissions of this package behind those that the form engine speaks of. */
const permissions: Readonly<Record<FormPermission, string>> = { 'forms.edit': 'form:write', 'forms.approve': 'form:publish' };

/** What a press of a button means: from which state, to which one, and who may. */
export interface FormStep {
    readonly action: FormVersionAction;
    readonly permission: string;
    readonly next: FormVersionState;
}

/** The steps that lead on from a state, whoever may take them. */
export const formSteps = (state: FormVersionState): readonly FormStep[] => formVersionTransitions.filter(each => each.state === state)
    .map(({ action, permission, next }) => ({ action, permission: permissions[permission], next }));

export const isFormAction = (action: string): action is FormVersionAction => (formVersionActions as readonly string[]).includes(action);

/** Whether a version may only take this state without errors in it. */
export const needsSoundForm = (state: FormVersionState): boolean => state === 'in-review' || state === 'published';
