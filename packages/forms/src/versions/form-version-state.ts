/** The life of one version of a form. Only a draft can be edited; from its publication on a version never changes. */
export const formVersionStates = ['draft', 'in-review', 'published', 'retired'] as const;
export type FormVersionState = typeof formVersionStates[number];

export const formVersionActions = ['submit', 'withdraw', 'return', 'publish', 'retire', 'reinstate'] as const;
export type FormVersionAction = typeof formVersionActions[number];

/** Who may act: whoever edits forms, or whoever approves them. */
export const formPermissions = ['forms.edit', 'forms.approve'] as const;
export type FormPermission = typeof formPermissions[number];

export interface FormVersionTransition {
    readonly state: FormVersionState;
    readonly action: FormVersionAction;
    readonly permission: FormPermission;
    readonly next: FormVersionState;
}

/** Every way from one state to another; what is not in the table is not possible. */
export const formVersionTransitions: readonly FormVersionTransition[] = [
    { state: 'draft', action: 'submit', permission: 'forms.edit', next: 'in-review' },
    { state: 'in-review', action: 'withdraw', permission: 'forms.edit', next: 'draft' },
    { state: 'in-review', action: 'return', permission: 'forms.approve', next: 'draft' },
    { state: 'in-review', action: 'publish', permission: 'forms.approve', next: 'published' },
    { state: 'published', action: 'retire', permission: 'forms.approve', next: 'retired' },
    { state: 'retired', action: 'reinstate', permission: 'forms.approve', next: 'published' }
];

/** The transition that the action means in this state; undefined when it is not possible. */
export const formVersionTransition = (state: FormVersionState, action: FormVersionAction): FormVersionTransition | undefined =>
    formVersionTransitions.find(transition => transition.state === state && transition.action === action);

/** What somebody with these permissions can do in this state. */
export const possibleFormActions = (state: FormVersionState, permissions: readonly string[]): readonly FormVersionAction[] =>
    formVersionTransitions.filter(transition => transition.state === state && permissions.includes(transition.permission)).map(({ action }) => action);

export const isEditable = (state: FormVersionState): boolean => state === 'draft';
