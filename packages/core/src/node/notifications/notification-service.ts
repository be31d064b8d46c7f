import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { houseOperations, Notification, notificationChoice } from '../../common/house-contract';
import { invalid, type Problem } from '../api/failure';
import type { Principal } from '../api/context';
import { announce } from '../jobs/announce';
import { idCursor } from '../jobs/id-cursor';
import { Database } from '../storage/database';
import { NotificationKind } from './notification-kind';
import { NotificationSettings } from './notification-settings';
import { isCallable } from './webhook';
import { WebhookSecrets } from './webhook-secrets';

type Caller = Principal & { readonly personId: string };
type Choice = z.output<typeof notificationChoice>;
type Chosen = z.output<NonNullable<typeof houseOperations.chooseNotifications['~orpc']['inputSchema']>>;

/** What a person is told on the screen, and by which other channels they want to be told. */
@injectable()
export class NotificationService {
    constructor(
        @inject(Database) private readonly database: Database,
        @inject(NotificationSettings) private readonly settings: NotificationSettings,
        @inject(WebhookSecrets) private readonly secrets: Pick<WebhookSecrets, 'seal' | 'open'>,
        @inject(ContributionProvider) @named(NotificationKind) private readonly contributions: ContributionProvider<NotificationKind>
    ) { }

    /** The caller's own, newest first, with the number of all that are unread. */
    async list(principal: Caller, { after, limit }: { readonly after?: string; readonly limit: number }): Promise<{ rows: Notification[]; next?: string; unread: number }> {
        const mine = this.database.read().selectFrom('core.notification').where('person_id', '=', principal.personId);
        const [found, { unread }] = await Promise.all([
            (after ? mine.where('id', '<', idCursor(after)) : mine).select(['id', 'kind', 'detail', 'link', sql<Date>`created_at`.as('created_at'), 'read_at']).orderBy('id', 'desc').limit(limit + 1).execute(),
            mine.where('read_at', 'is', null).select(({ fn }) => fn.countAll<number>().as('unread')).executeTakeFirstOrThrow()
        ]);
        const rows = found.slice(0, limit).map(each => ({
            id: each.id, kind: each.kind, detail: each.detail, link: each.link, createdAt: each.created_at.toISOString(), readAt: each.read_at?.toISOString() ?? null
        }));
        return { rows, unread, ...found.length > limit && { next: rows[rows.length - 1]!.id } };
    }

    /** Marks some as read, or all. It concerns nobody else: no audit entry, but the person's other windows hear of it. */
    async read(principal: Caller, ids: readonly string[] | undefined): Promise<void> {
        await this.database.read().transaction().execute(async transaction => {
            const unread = transaction.updateTable('core.notification').set({ read_at: new Date() }).where('person_id', '=', principal.personId).where('read_at', 'is', null);
            const { numUpdatedRows } = await (ids ? unread.where('id', 'in', ids.length ? ids : [principal.personId]) : unread).executeTakeFirst();
            if (numUpdatedRows) {
                await announce(transaction, { type: 'notification.read', entityId: principal.personId }, { people: [principal.personId] });
            }
        });
    }

    async choice(principal: Caller): Promise<Choice> {
        const [chosen, person] = await Promise.all([
            this.database.read().selectFrom('core.notification_choice').selectAll().where('person_id', '=', principal.personId).executeTakeFirst(),
            this.database.read().selectFrom('core.person').select('email').where('id', '=', principal.personId).executeTakeFirst()
        ]);
        return {
            kinds: this.kinds(), email: chosen?.email ?? [], webhook: chosen?.webhook ?? [], emailAvailable: this.settings.mailServer && !!person?.email,
            webhookUrl: chosen?.webhook_url ?? null, webhookSecretSet: this.secrets.open(principal.personId, chosen?.webhook_secret) !== undefined
        };
    }

    /** Without a new secret the old one stays, as long as there is an address. @throws INVALID. */
    async choose(principal: Caller, input: Chosen): Promise<void> {
        await this.database.write(principal, async (transaction, log) => {
            const before = await transaction.selectFrom('core.notification_choice').select(['webhook_url', 'webhook_secret']).where('person_id', '=', principal.personId).forUpdate().executeTakeFirst();
            const kept = this.secrets.open(principal.personId, before?.webhook_secret) === undefined ? null : before!.webhook_secret;
            const secret = !input.webhookUrl ? null : input.webhookSecret === undefined ? kept : this.secrets.seal(principal.personId, input.webhookSecret);
            const problems = this.problems(input, secret);
            if (problems.length) {
                throw invalid(problems);
            }
            const chosen = { email: [...new Set(input.email)], webhook: [...new Set(input.webhook)], webhook_url: input.webhookUrl, webhook_secret: secret };
            await transaction.insertInto('core.notification_choice').values({ person_id: principal.personId, ...chosen }).onConflict(already => already.column('person_id').doUpdateSet(chosen)).execute();
            log.audit('notification.chosen', 'people', principal.personId, {
                email: chosen.email, webhook: chosen.webhook, webhookChanged: before?.webhook_url !== chosen.webhook_url || before?.webhook_secret !== secret
            });
        });
    }

    private problems(input: Chosen, secret: string | null): Problem[] {
        const known = this.kinds();
        return [
            ...(['email', 'webhook'] as const).flatMap(channel => input[channel].filter(each => !known.includes(each)).map(each => ({ path: channel, code: 'unknown-kind', detail: { kind: each } }))),
            ...input.webhookUrl && !isCallable(input.webhookUrl, this.settings.allowPrivateWebhooks) ? [{ path: 'webhookUrl', code: 'address-refused' }] : [],
            ...input.webhook.length && !input.webhookUrl ? [{ path: 'webhookUrl', code: 'missing' }] : [],
            ...input.webhookUrl && !secret ? [{ path: 'webhookSecret', code: 'missing' }] : []
        ];
    }

    private kinds(): string[] {
        return this.contributions.getContributions().map(each => each.kind).sort();
    }
}
