import { isPackage } from './qti-package';
import type { QuestionFormatName } from './question-format';

/** Which format a file most likely has: by what it says, since names are often all `.txt`; tables by their name. */
export function formatOfFile(name: string, text: string): QuestionFormatName {
    if (/^\s*(?:<\?xml[^<>]{0,500}>\s*)?(?:<!--[^<>]{0,2000}-->\s*)?<quiz\b/u.test(text)) {
        return 'moodle-xml';
    }
    if (isPackage(text) || /<(?:[\w-]{1,30}:)?(?:assessmentItem|qti-assessment-item)[\s>]/u.test(text.slice(0, 20_000))) {
        return 'qti';
    }
    if (name.toLowerCase().endsWith('.csv')) {
        return 'csv';
    }
    return /^\s*(?:ANSWER|答案)\s*[:：]/imu.test(text) && !/^::|\{[^}]{0,2000}[=~#]/mu.test(text) ? 'aiken' : 'gift';
}
