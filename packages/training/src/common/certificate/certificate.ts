import type { CertificationRule, Requirement, RequirementStanding } from '../certification/may-take-calls';

/** What was met, as it stands on the paper. Moments in ISO 8601, shares in percent. */
export type MetRequirement =
    | { readonly kind: 'exam'; readonly id: string; readonly examId: string; readonly title: string; /** Of the version that was sat. */ readonly number: number; readonly percent: number; readonly at: string }
    | { readonly kind: 'documents'; readonly id: string; readonly documents: number; /** Of the last; null where none concerns the position. */ readonly at: string | null }
    | { readonly kind: 'supervised-calls'; readonly id: string; readonly calls: number; /** What each had to reach. */ readonly wanted: number; /** The lowest of them. */ readonly percent: number; readonly at: string }
    | { readonly kind: 'sign-off'; readonly id: string; readonly byName: string; readonly at: string };

/** All that a certificate says. It is kept as it was issued, whatever becomes of people, positions and exams. */
export interface CertificateContent {
    readonly houseName: string | null; readonly personName: string; readonly employeeNumber: string | null; readonly positionName: string;
    readonly requirements: readonly MetRequirement[]; readonly ruleVersion: number;
    readonly validFrom: string; /** Null where nothing of it ends. */ readonly validUntil: string | null;
    /** Null where the house issued it by itself, when all was met. */
    readonly issuedByName: string | null;
}

/** `ended` by its own date, `superseded` by its successor, `revoked` by somebody. */
export type CertificateState = 'valid' | 'ended' | 'superseded' | 'revoked';
export interface CertificateDates { readonly validUntil: Date | null; readonly supersededAt: Date | null; readonly revokedAt: Date | null }

export function certificateState({ validUntil, supersededAt, revokedAt }: CertificateDates, now: Date): CertificateState {
    return revokedAt ? 'revoked' : supersededAt ? 'superseded' : validUntil && validUntil <= now ? 'ended' : 'valid';
}

/** Since when a certificate does not hold any more; null for one that does. */
export const heldUntil = (dates: CertificateDates, now: Date): Date | null => dates.revokedAt ?? dates.supersededAt ?? (dates.validUntil && dates.validUntil <= now ? dates.validUntil : null);

/** Until when all that was met holds; null where nothing of it ends. */
export const heldTogether = (standings: readonly RequirementStanding[]): Date | null => {
    const ends = standings.flatMap(each => each.until ? [each.until.getTime()] : []);
    return ends.length ? new Date(Math.min(...ends)) : null;
};

const asksTheSame = (met: MetRequirement, asked: Requirement): boolean => met.id === asked.id && met.kind === asked.kind
    && (asked.kind !== 'exam' || met.kind === 'exam' && met.examId === asked.examId)
    && (asked.kind !== 'supervised-calls' || met.kind === 'supervised-calls' && met.calls === asked.calls && met.wanted === asked.percent);

export interface PresentCertificate { readonly validUntil: Date | null; readonly requirements: readonly MetRequirement[] }

/**
 * Whether a certificate is to be issued now: all that is asked holds, its grace not counted, and there is none that says so, or it would hold longer, or for
 * something else, than the present one.
 * @param present the one that was neither revoked nor superseded
 */
export function certificateIsDue(standings: readonly RequirementStanding[], { requirements }: Pick<CertificationRule, 'requirements'>, present: PresentCertificate | null): boolean {
    if (standings.length === 0 || standings.some(each => each.state !== 'valid')) {
        return false;
    }
    if (!present) {
        return true;
    }
    const until = heldTogether(standings);
    const holdsLonger = present.validUntil !== null && (until === null || until > present.validUntil);
    return holdsLonger || present.requirements.length !== requirements.length || !requirements.every(asked => present.requirements.some(met => asksTheSame(met, asked)));
}

const inOrder = (value: unknown): unknown => Array.isArray(value) ? value.map(inOrder)
    : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1).map(([name, each]) => [name, inOrder(each)])) : value;

/** The text of which a certificate's hash is taken: its members in alphabetical order, in JSON without blanks, with the code by which it is verified. */
export const sealedText = (content: CertificateContent, code: string): string => JSON.stringify(inOrder({ code, content }));
