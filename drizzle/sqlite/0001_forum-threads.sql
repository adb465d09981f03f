CREATE TABLE `post_revisions` (
	`post_id` text NOT NULL,
	`revision` integer NOT NULL,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`person_id` text NOT NULL,
	`person_name` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`post_id`, `revision`),
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `post_withdrawals` (
	`post_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`person_name` text NOT NULL,
	`moderated` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`space_id` text NOT NULL,
	`number` integer NOT NULL,
	`seq` integer NOT NULL,
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
	`quoted_post_id` text,
	`quoted_number` integer,
	`source_id` text,
	`attachments` text NOT NULL,
	`revision` integer NOT NULL,
	`edited_at` integer,
	`edited_by_id` text,
	`edited_by_name` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_number` ON `posts` (`thread_id`,`number`);--> statement-breakpoint
CREATE INDEX `posts_seq` ON `posts` (`thread_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `posts_source` ON `posts` (`space_id`,`source_id`);--> statement-breakpoint
CREATE INDEX `posts_person` ON `posts` (`act_person_id`);--> statement-breakpoint
CREATE TABLE `reading_positions` (
	`person_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`number` integer NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `thread_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reading_positions_thread` ON `reading_positions` (`thread_id`);--> statement-breakpoint
CREATE TABLE `thread_closures` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`person_id` text NOT NULL,
	`person_name` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`reopened_at` integer,
	`reopened_by` text,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `thread_closures_thread` ON `thread_closures` (`thread_id`);--> statement-breakpoint
CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`act_title` text,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`seq` integer NOT NULL,
	`posts_count` integer NOT NULL,
	`last_post_at` integer NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `threads_space` ON `threads` (`space_id`,`last_post_at`);--> statement-breakpoint
CREATE TABLE `session_attendances` (
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
	`joined_at` integer NOT NULL,
	`left_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_attendances_session` ON `session_attendances` (`session_id`,`act_person_id`);--> statement-breakpoint
CREATE TABLE `session_items` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	`document` text,
	`opened_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_items_position` ON `session_items` (`session_id`,`position`);--> statement-breakpoint
CREATE TABLE `session_records` (
	`session_id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`hash` text NOT NULL,
	`built_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_registrations` (
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
	`registered_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_registrations_person` ON `session_registrations` (`session_id`,`act_person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`forum` text,
	`act_title` text,
	`lang` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`timezone` text NOT NULL,
	`place` text,
	`online_link` text,
	`audience` text NOT NULL,
	`countries` text NOT NULL,
	`chair_person_id` text NOT NULL,
	`chair` text NOT NULL,
	`revision` integer NOT NULL,
	`seq` integer NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_space` ON `sessions` (`space_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `sessions_closed` ON `sessions` (`closed_at`,`starts_at`);--> statement-breakpoint
CREATE TABLE `speaker_turns` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`item_id` text,
	`kind` text NOT NULL,
	`limit_seconds` integer NOT NULL,
	`observer` integer NOT NULL,
	`requested_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`withdrawn_at` integer,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `session_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `speaker_turns_session` ON `speaker_turns` (`session_id`,`requested_at`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`item_id` text,
	`turn_id` text,
	`number` integer NOT NULL,
	`body` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`seq` integer NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `session_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`turn_id`) REFERENCES `speaker_turns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_number` ON `statements` (`session_id`,`number`);--> statement-breakpoint
CREATE INDEX `statements_seq` ON `statements` (`session_id`,`seq`);--> statement-breakpoint
ALTER TABLE `spaces` ADD `seq` integer DEFAULT 0 NOT NULL;