import { PermissionContribution } from '@earshot/core/lib/common/access/permission';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { ApiContribution, implementOperations } from '@earshot/core/lib/node/api/implementation';
import { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { JobContribution } from '@earshot/core/lib/node/jobs/job-contribution';
import { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { MentionSource } from '@earshot/core/lib/node/linking/mentions';
import { packageLanguages } from '@earshot/core/lib/node/localization/register-languages';
import { NotificationKind } from '@earshot/core/lib/node/notifications/notification-kind';
import { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { SearchSource } from '@earshot/core/lib/node/search/search-source';
import { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ContainerModule } from '@theia/core/shared/inversify';
import zhCn from '../../i18n/zh-cn.json';
import zhTw from '../../i18n/zh-tw.json';
import { knowledgeContract, knowledgeStreams } from '../common/knowledge-contract';
import { knowledgePermissions } from '../common/knowledge-permissions';
import { annualReviewRouter } from './annual-review/annual-review-router';
import { AnnualReviewService } from './annual-review/annual-review-service';
import { AnnualReviewEntity, AnnualReviewHandOver, AnnualReviewWork } from './annual-review/annual-review-work';
import { ArticleEditing } from './article/article-editing';
import { ArticleMentions, ArticleReferences } from './article/article-mentions';
import { attachmentDownload, attachmentRouter, attachmentUpload } from './attachment/attachment-routes';
import { AttachmentService } from './attachment/attachment-service';
import { AttachmentSweeping } from './attachment/attachment-sweeping';
import { articleRouter, revisionRouter } from './article/article-router';
import { ArticleService } from './article/article-service';
import { PastRevisions } from './article/past-revisions';
import { RevisionWorkflow } from './article/revision-workflow';
import { categoryRouter } from './category/category-router';
import { CategoryService } from './category/category-service';
import { commentRouter } from './comment/comment-router';
import { CommentService } from './comment/comment-service';
import { duplicateRouter } from './duplicate/duplicate-router';
import { DuplicateService } from './duplicate/duplicate-service';
import { feedbackRouter } from './feedback/feedback-router';
import { ArticleExport } from './export/article-export';
import { exportDownload } from './export/export-download';
import { ExportService } from './export/export-service';
import { MarkdownExport } from './export/markdown-export';
import { PageExport } from './export/page-export';
import { SiteExport } from './export/site-export';
import { SpreadsheetExport } from './export/spreadsheet-export';
import { TableExport } from './export/table-export';
import { WordExport } from './export/word-export';
import { articleEvaluationRouter } from './evaluation/evaluation-router';
import { ArticleEvaluationService } from './evaluation/evaluation-service';
import { FeedbackService } from './feedback/feedback-service';
import { ArticleFormat } from './import/article-format';
import { HtmlFormat } from './import/html-format';
import { ImportJob } from './import/import-job';
import { ImportReading } from './import/import-reading';
import { importRouter } from './import/import-router';
import { ImportService } from './import/import-service';
import { importUpload } from './import/import-upload';
import { ImportWriting } from './import/import-writing';
import { MarkdownFormat } from './import/markdown-format';
import { TableFormat } from './import/table-format';
import { WordFormat } from './import/word-format';
import { knowledgeMigrations } from './knowledge-migrations';
import { knowledgeNotifications } from './knowledge-notifications';
import { ArticleEntity, ArticleHandOver, ArticleWork } from './review/article-work';
import { KnowledgeCalendar } from './review/calendar';
import { reviewRouter } from './review/review-router';
import { ReviewService } from './review/review-service';
import { ArticleSearch } from './search/article-search';

export default new ContainerModule(bind => {
    bind(PackageMigrations).toConstantValue(knowledgeMigrations);
    bind(PermissionContribution).toConstantValue({ permissions: knowledgePermissions });
    bind(LocalizationContribution).toConstantValue(packageLanguages('knowledge', { 'zh-cn': zhCn, 'zh-tw': zhTw }));
    for (const each of [ArticleService, ArticleEditing, ArticleReferences, PastRevisions, RevisionWorkflow, CategoryService, CommentService, FeedbackService, DuplicateService, ImportService, ImportReading, ImportWriting, ImportJob, ExportService, AttachmentService, ReviewService, AnnualReviewService, ArticleEvaluationService]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    [ArticleEntity, AnnualReviewEntity].forEach(each => bind(EntityType).to(each).inSingletonScope());
    bind(MentionSource).to(ArticleMentions).inSingletonScope();
    bind(SearchSource).to(ArticleSearch).inSingletonScope();
    [ArticleWork, AnnualReviewWork].forEach(each => bind(WorkItemSource).to(each).inSingletonScope());
    [ArticleHandOver, AnnualReviewHandOver].forEach(each => bind(HandOverContribution).to(each).inSingletonScope());
    bind(ScheduleContribution).to(KnowledgeCalendar).inSingletonScope();
    bind(ScheduleContribution).to(AttachmentSweeping).inSingletonScope();
    bindContributionProvider(bind, ArticleFormat);
    [MarkdownFormat, HtmlFormat, WordFormat, TableFormat].forEach(each => bind(ArticleFormat).to(each).inSingletonScope());
    [MarkdownExport, TableExport, SpreadsheetExport, PageExport, SiteExport, WordExport].forEach(each => bind(ArticleExport).to(each).inSingletonScope());
    bind(JobContribution).toService(ImportJob);
    knowledgeNotifications.forEach(each => bind(NotificationKind).toConstantValue(each));

    bind(ApiContribution).toDynamicValue(({ container }) => {
        const articles = container.get(ArticleService);
        const editing = container.get(ArticleEditing);
        return {
            name: 'knowledge', contract: knowledgeContract,
            router: implementOperations(knowledgeContract).router({
                articles: articleRouter(articles, editing, container.get(ArticleReferences)), revisions: revisionRouter(articles, editing, container.get(RevisionWorkflow), container.get(PastRevisions)), attachments: attachmentRouter(container.get(AttachmentService)), categories: categoryRouter(container.get(CategoryService)),
                comments: commentRouter(container.get(CommentService)), feedback: feedbackRouter(container.get(FeedbackService)), duplicates: duplicateRouter(container.get(DuplicateService)),
                imports: importRouter(container.get(ImportService)), reviews: reviewRouter(container.get(ReviewService)), annualReviews: annualReviewRouter(container.get(AnnualReviewService)), articleEvaluations: articleEvaluationRouter(container.get(ArticleEvaluationService))
            }),
            streams: {
                uploadImport: { operation: knowledgeStreams.upload, handle: importUpload(container.get(ImportService), container.get(BlobStore)) },
                addAttachment: { operation: knowledgeStreams.attach, handle: attachmentUpload(container.get(AttachmentService)) },
                attachment: { operation: knowledgeStreams.attachment, handle: attachmentDownload(container.get(AttachmentService), container.get(BlobStore)) },
                exportArticles: { operation: knowledgeStreams.export, handle: exportDownload(container.get(ExportService), () => container.getAll<ArticleExport>(ArticleExport)) }
            }
        } satisfies ApiContribution;
    }).inSingletonScope();
});
