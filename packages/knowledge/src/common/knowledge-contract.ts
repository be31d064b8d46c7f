import { annualReviewOperations } from './annual-review/annual-review-contract';
import { articleOperations, revisionOperations } from './article/article-contract';
import { attachmentOperations, attachmentStreams } from './attachment/attachment-contract';
import { categoryOperations } from './category/category-contract';
import { commentOperations } from './comment/comment-contract';
import { duplicateOperations } from './duplicate-contract';
import { articleEvaluationOperations } from './evaluation/evaluation-contract';
import { exportStreams } from './export/export-contract';
import { feedbackOperations } from './feedback/feedback-contract';
import { reviewOperations } from './review/review-contract';
import { importOperations, importStreams } from './import/import-contract';

/** What carries bytes. */
export const knowledgeStreams = { upload: importStreams.upload, export: exportStreams.articles, attach: attachmentStreams.upload, attachment: attachmentStreams.bytes };

/** Every operation of the knowledge base, on one page. */
export const knowledgeContract = {
    articles: articleOperations,
    revisions: revisionOperations,
    attachments: attachmentOperations,
    categories: categoryOperations,
    comments: commentOperations,
    feedback: feedbackOperations,
    duplicates: duplicateOperations,
    reviews: reviewOperations,
    annualReviews: annualReviewOperations,
    articleEvaluations: articleEvaluationOperations,
    imports: importOperations
};
