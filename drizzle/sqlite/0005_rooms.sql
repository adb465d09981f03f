CREATE TABLE `session_heads` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`key` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`named_by` text NOT NULL,
	`named_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_heads_session` ON `session_heads` (`session_id`,`key`);--> statement-breakpoint
CREATE TABLE `session_ballot_casts` (
	`id` text PRIMARY KEY NOT NULL,
	`ballot_id` text NOT NULL,
	`holder` text NOT NULL,
	`revision` integer NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`authority` text,
	`choice` text,
	`salt` text,
	`commitment` text,
	`cast_at` integer NOT NULL,
	`superseded_at` integer,
	FOREIGN KEY (`ballot_id`) REFERENCES `session_ballots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_ballot_casts_holder` ON `session_ballot_casts` (`ballot_id`,`holder`,`revision`);--> statement-breakpoint
CREATE TABLE `session_ballot_deciders` (
	`ballot_id` text NOT NULL,
	`country` text NOT NULL,
	`region` text,
	PRIMARY KEY(`ballot_id`, `country`),
	FOREIGN KEY (`ballot_id`) REFERENCES `session_ballots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_ballot_explanations` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`ballot_id` text NOT NULL,
	`holder` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ballot_id`) REFERENCES `session_ballots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_ballot_explanations_holder` ON `session_ballot_explanations` (`ballot_id`,`holder`);--> statement-breakpoint
CREATE INDEX `session_ballot_explanations_session` ON `session_ballot_explanations` (`session_id`,`seq`);--> statement-breakpoint
CREATE TABLE `session_ballot_sums` (
	`ballot_id` text NOT NULL,
	`choice` text NOT NULL,
	`papers` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `choice`),
	FOREIGN KEY (`ballot_id`) REFERENCES `session_ballots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`item_id` text,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`question` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`options` text NOT NULL,
	`voter` text NOT NULL,
	`secret` integer NOT NULL,
	`majority` text NOT NULL,
	`quorum` integer,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`started_at` integer NOT NULL,
	`ends_at` integer,
	`ended_at` integer,
	`ended_by` text,
	`withdrawn_at` integer,
	`result` text,
	`seq` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_ballots_number` ON `session_ballots` (`session_id`,`number`);--> statement-breakpoint
CREATE INDEX `session_ballots_due` ON `session_ballots` (`ended_at`,`ends_at`);--> statement-breakpoint
CREATE TABLE `floor_log` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`seq` integer NOT NULL,
	`place` integer NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`turn_id` text,
	`of_act` text,
	`detail` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `floor_log_session` ON `floor_log` (`session_id`,`seq`);--> statement-breakpoint
CREATE TABLE `speakers_lists` (
	`session_id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`observers_last` integer NOT NULL,
	`closed_at` integer,
	`limits` text NOT NULL,
	`item_limits` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_lessons` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`anchor` text,
	`heading` text NOT NULL,
	`lang` text NOT NULL,
	`polarity` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_lessons_seq` ON `session_lessons` (`session_id`,`seq`);--> statement-breakpoint
CREATE TABLE `session_minutes` (
	`session_id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`published` integer,
	`sha256` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brief_id`) REFERENCES `briefs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_outcome_revisions` (
	`outcome_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`who` text,
	`by_day` text,
	`revised_by` text NOT NULL,
	`ended_at` integer NOT NULL,
	PRIMARY KEY(`outcome_id`, `number`),
	FOREIGN KEY (`outcome_id`) REFERENCES `session_outcomes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`item_id` text,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`who` text,
	`by_day` text,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`reason` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `session_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_outcomes_number` ON `session_outcomes` (`session_id`,`kind`,`number`);--> statement-breakpoint
CREATE INDEX `session_outcomes_seq` ON `session_outcomes` (`session_id`,`seq`);--> statement-breakpoint
CREATE TABLE `session_rapporteurs` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`named_by` text NOT NULL,
	`named_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_rapporteurs_session` ON `session_rapporteurs` (`session_id`,`act_person_id`);--> statement-breakpoint
CREATE TABLE `session_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`item_id` text,
	`brief_id` text NOT NULL,
	`heading` text NOT NULL,
	`lang` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`shown_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `session_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brief_id`) REFERENCES `briefs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_texts_session` ON `session_texts` (`session_id`,`shown_at`);--> statement-breakpoint
CREATE TABLE `session_question_rules` (
	`session_id` text PRIMARY KEY NOT NULL,
	`moderation` text NOT NULL,
	`order_rule` text NOT NULL,
	`open` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by_person_id` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_question_votes` (
	`question_id` text NOT NULL,
	`person_id` text NOT NULL,
	`voted_at` integer NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`question_id`, `person_id`),
	FOREIGN KEY (`question_id`) REFERENCES `session_questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`item_id` text,
	`number` integer,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`seq` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`held_at` integer,
	`released_at` integer,
	`hidden_at` integer,
	`hidden_by_person_id` text,
	`hidden_reason` text,
	`merged_at` integer,
	`merged_into_id` text,
	`answered_at` integer,
	`answered_by_person_id` text,
	`answer` text,
	`thread_id` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `session_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_questions_number` ON `session_questions` (`session_id`,`number`);--> statement-breakpoint
CREATE INDEX `session_questions_seq` ON `session_questions` (`session_id`,`seq`);--> statement-breakpoint
CREATE TABLE `session_amendments` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`number` integer NOT NULL,
	`passage` text NOT NULL,
	`body` text NOT NULL,
	`reason` text,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`proposed_at` integer NOT NULL,
	`withdrawn_at` integer,
	`accepted_at` integer,
	`refused_at` integer,
	`decided_by` text,
	`decision` text,
	`decided_seq` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_amendments_number` ON `session_amendments` (`session_id`,`number`);--> statement-breakpoint
CREATE TABLE `session_approvals` (
	`session_id` text PRIMARY KEY NOT NULL,
	`deadline` integer NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`early` text,
	`approved_seq` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_approvals_due` ON `session_approvals` (`approved_at`,`deadline`);--> statement-breakpoint
CREATE TABLE `session_record_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`number` integer NOT NULL,
	`reason` text NOT NULL,
	`bytes` blob NOT NULL,
	`hash` text NOT NULL,
	`up_to` integer NOT NULL,
	`built_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_record_editions_number` ON `session_record_editions` (`session_id`,`number`);--> statement-breakpoint
CREATE TABLE `session_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject` text NOT NULL,
	`places` integer,
	`message` text,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`invited_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_invitations_subject` ON `session_invitations` (`session_id`,`subject_kind`,`subject`);--> statement-breakpoint
CREATE TABLE `session_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`queued_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`sent_at` integer,
	`dropped_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_letters_once` ON `session_letters` (`session_id`,`person_id`,`kind`,`number`);--> statement-breakpoint
CREATE INDEX `session_letters_due` ON `session_letters` (`sent_at`,`dropped_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `session_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`item_id` text,
	`title` text NOT NULL,
	`href` text,
	`owner` text,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`ready_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_documents_session` ON `session_documents` (`session_id`,`added_at`);--> statement-breakpoint
CREATE TABLE `session_item_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`item_title` text NOT NULL,
	`minutes` integer NOT NULL,
	`reason` text,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`proposed_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`accepted` integer,
	`item_id` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_item_proposals_session` ON `session_item_proposals` (`session_id`,`proposed_at`);--> statement-breakpoint
CREATE TABLE `session_series` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`title` text NOT NULL,
	`lang` text NOT NULL,
	`started_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_series_space` ON `session_series` (`space_id`);--> statement-breakpoint
CREATE TABLE `session_remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`number` integer NOT NULL,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`seq` integer NOT NULL,
	`posted_at` integer NOT NULL,
	`hidden_at` integer,
	`hidden_by_person_id` text,
	`cited_at` integer,
	`cited_by_person_id` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_remarks_number` ON `session_remarks` (`session_id`,`number`);--> statement-breakpoint
CREATE INDEX `session_remarks_seq` ON `session_remarks` (`session_id`,`seq`);--> statement-breakpoint
ALTER TABLE `briefs` ADD `audience` text DEFAULT 'readers' NOT NULL;--> statement-breakpoint
ALTER TABLE `session_attendances` ADD `line_at` integer;--> statement-breakpoint
ALTER TABLE `session_attendances` ADD `lapsed_at` integer;--> statement-breakpoint
ALTER TABLE `session_records` ADD `up_to` integer;--> statement-breakpoint
ALTER TABLE `session_registrations` ADD `pending_since` integer;--> statement-breakpoint
ALTER TABLE `session_registrations` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `session_registrations` ADD `invitation_id` text;--> statement-breakpoint
ALTER TABLE `session_registrations` ADD `decided_at` integer;--> statement-breakpoint
ALTER TABLE `session_registrations` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `session_registrations` ADD `refused_at` integer;--> statement-breakpoint
ALTER TABLE `session_registrations` ADD `refused_reason` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `deputies` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `presiding` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `presiding_since` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `presiding_lost_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `part_seqs` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `written_before` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `written_after` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `written_until` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `parent_id` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `co_organisers` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `registration_rule` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `capacity` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `reminders` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `cancelled_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `cancelled_reason` text;--> statement-breakpoint
ALTER TABLE `speaker_turns` ADD `region_at_request` text;--> statement-breakpoint
ALTER TABLE `speaker_turns` ADD `asked_seq` integer;--> statement-breakpoint
ALTER TABLE `speaker_turns` ADD `seq` integer;--> statement-breakpoint
ALTER TABLE `speaker_turns` ADD `skips` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `speaker_turns` ADD `skipped_at` integer;--> statement-breakpoint
ALTER TABLE `speaker_turns` ADD `called_back_at` integer;--> statement-breakpoint
ALTER TABLE `speaker_turns` ADD `ended_by` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `question_id` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `written` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `notifications_waiting` ON `notifications` (`thread_id`,`read_at`,`mail_id`);