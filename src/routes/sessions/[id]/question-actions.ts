import {
  newQuestion,
  questionAnswer,
  questionChoice,
  questionHiding,
  questionRules,
  questionUnion,
  questionVote
} from '#features/questions/inputs.ts';
import { askQuestion } from '#features/questions/server/ask-question.ts';
import { hideQuestion } from '#features/questions/server/hide-question.ts';
import { mergeQuestions } from '#features/questions/server/merge-questions.ts';
import { releaseQuestion } from '#features/questions/server/release-question.ts';
import { reopenQuestion } from '#features/questions/server/reopen-question.ts';
import { setQuestionRules } from '#features/questions/server/set-question-rules.ts';
import { voteForQuestion } from '#features/questions/server/vote-for-question.ts';
import { answerQuestion } from '#features/statements/server/answer-question.ts';
import { acts } from './acts.ts';

export const questionActions = {
  question: acts(newQuestion, askQuestion),
  question_vote: acts(questionVote, voteForQuestion),
  question_release: acts(questionChoice, releaseQuestion),
  question_removal: acts(questionHiding, hideQuestion),
  question_union: acts(questionUnion, mergeQuestions),
  question_answer: acts(questionAnswer, answerQuestion),
  question_reopening: acts(questionChoice, reopenQuestion),
  question_rules: acts(questionRules, setQuestionRules)
};
