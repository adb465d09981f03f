CREATE TABLE `copy_editions` (
	`copy_id` text NOT NULL,
	`edition` integer NOT NULL,
	`html` text,
	`hash` text NOT NULL,
	`posts` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`copy_id`, `edition`),
	FOREIGN KEY (`copy_id`) REFERENCES `reading_copies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `copy_posts` (
	`copy_id` text NOT NULL,
	`post_id` text NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`request_id` text,
	PRIMARY KEY(`copy_id`, `post_id`),
	FOREIGN KEY (`copy_id`) REFERENCES `reading_copies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `copy_posts_request` ON `copy_posts` (`request_id`);--> statement-breakpoint
CREATE TABLE `copy_redactions` (
	`id` text PRIMARY KEY NOT NULL,
	`copy_id` text NOT NULL,
	`post_id` text NOT NULL,
	`passage` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`copy_id`) REFERENCES `reading_copies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `copy_redactions_copy` ON `copy_redactions` (`copy_id`);--> statement-breakpoint
CREATE TABLE `copy_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`copy_id` text NOT NULL,
	`person_id` text,
	`person_name` text,
	`organisation_id` text,
	`organisation` text,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`copy_id`) REFERENCES `reading_copies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `copy_requests_copy` ON `copy_requests` (`copy_id`);--> statement-breakpoint
CREATE INDEX `copy_requests_person` ON `copy_requests` (`person_id`);--> statement-breakpoint
CREATE INDEX `copy_requests_organisation` ON `copy_requests` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `feed_tokens` (
	`person_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feed_tokens_hash` ON `feed_tokens` (`hash`);--> statement-breakpoint
CREATE TABLE `reading_copies` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`space_id` text NOT NULL,
	`subject` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`proposed_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`published_by` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `reading_copies_thread` ON `reading_copies` (`thread_id`);--> statement-breakpoint
CREATE INDEX `reading_copies_published` ON `reading_copies` (`published_at`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`actor` text,
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`thread_id` text,
	`space_id` text,
	`digest` text,
	`salt` text NOT NULL,
	`detail` text NOT NULL,
	`previous` text NOT NULL,
	`thread_previous` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_object` ON `audit_entries` (`object_kind`,`object_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_thread` ON `audit_entries` (`thread_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_space` ON `audit_entries` (`space_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_action` ON `audit_entries` (`action`,`at`);--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clearance_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`pending_id` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `clearance_links_pending` ON `clearance_links` (`pending_id`);--> statement-breakpoint
CREATE TABLE `clearance_rules` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`hours` integer NOT NULL,
	`at_end` text NOT NULL,
	`exempts_focal_points` integer NOT NULL,
	`space_ids` text,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `focal_points` (
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`named_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `person_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `focal_points_person` ON `focal_points` (`person_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`person_id` text NOT NULL,
	`place` text NOT NULL,
	`fields` text NOT NULL,
	`files` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`stored_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`sha256` text NOT NULL,
	`attached_kind` text,
	`attached_id` text,
	`keep_until` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_person` ON `files` (`person_id`,`sha256`);--> statement-breakpoint
CREATE INDEX `files_stored` ON `files` (`stored_id`);--> statement-breakpoint
CREATE INDEX `files_attached` ON `files` (`attached_kind`,`attached_id`);--> statement-breakpoint
CREATE INDEX `files_keep_until` ON `files` (`keep_until`);--> statement-breakpoint
CREATE TABLE `mail_choices` (
	`person_id` text PRIMARY KEY NOT NULL,
	`rhythm` text NOT NULL,
	`hour` integer NOT NULL,
	`weekday` integer NOT NULL,
	`quiet_from` integer,
	`quiet_until` integer,
	`locale` text,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_seals` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outgoing_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`once` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`sent_at` integer,
	`dropped_at` integer,
	`dropped` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outgoing_mails_once` ON `outgoing_mails` (`once`);--> statement-breakpoint
CREATE INDEX `outgoing_mails_person` ON `outgoing_mails` (`person_id`);--> statement-breakpoint
CREATE INDEX `outgoing_mails_due` ON `outgoing_mails` (`sent_at`,`dropped_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `visits` (
	`person_id` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL,
	`left_at` integer
);
--> statement-breakpoint
CREATE TABLE `following_cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`thread_id` text,
	`space_id` text,
	`post_number` integer,
	`more` integer NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`mail_due_at` integer,
	`mail_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_once` ON `notifications` (`person_id`,`seq`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `notifications_due` ON `notifications` (`mail_due_at`);--> statement-breakpoint
CREATE INDEX `notifications_mail` ON `notifications` (`mail_id`);--> statement-breakpoint
CREATE TABLE `watches` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`level` text NOT NULL,
	`chosen_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`, `object_id`)
);
--> statement-breakpoint
CREATE INDEX `watches_object` ON `watches` (`kind`,`object_id`,`level`);--> statement-breakpoint
CREATE TABLE `chatham_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`thread_id` text,
	`keeper_id` text NOT NULL,
	`keeper_name` text NOT NULL,
	`started_by` text NOT NULL,
	`started_by_name` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`ended_by_name` text,
	`end_reason` text,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `chatham_rules_thread` ON `chatham_rules` (`thread_id`);--> statement-breakpoint
CREATE INDEX `chatham_rules_space` ON `chatham_rules` (`space_id`);--> statement-breakpoint
CREATE TABLE `sealed_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`rule_id` text NOT NULL,
	`post_id` text NOT NULL,
	`deed` text NOT NULL,
	`salt` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`rule_id`) REFERENCES `chatham_rules`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sealed_acts_post` ON `sealed_acts` (`post_id`);--> statement-breakpoint
CREATE INDEX `sealed_acts_person` ON `sealed_acts` (`act_person_id`);--> statement-breakpoint
CREATE TABLE `post_moves` (
	`thread_id` text NOT NULL,
	`number` integer NOT NULL,
	`seq` integer NOT NULL,
	`post_id` text NOT NULL,
	`to_thread_id` text NOT NULL,
	`to_number` integer NOT NULL,
	`moved_by` text NOT NULL,
	`moved_by_name` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `post_moves_post` ON `post_moves` (`post_id`);--> statement-breakpoint
CREATE TABLE `space_rules` (
	`space_id` text PRIMARY KEY NOT NULL,
	`first_posts` integer NOT NULL,
	`pace_seconds` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `thread_paces` (
	`thread_id` text PRIMARY KEY NOT NULL,
	`seconds` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pending_posts` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`thread_id` text,
	`subject` text,
	`input` text NOT NULL,
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
	`reason` text NOT NULL,
	`revision` integer NOT NULL,
	`until` integer,
	`returned_at` integer,
	`returned_by` text,
	`returned_for` text,
	`note` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pending_posts_person` ON `pending_posts` (`act_person_id`);--> statement-breakpoint
CREATE INDEX `pending_posts_thread` ON `pending_posts` (`thread_id`);--> statement-breakpoint
CREATE INDEX `pending_posts_organisation` ON `pending_posts` (`act_organisation_id`);--> statement-breakpoint
CREATE INDEX `pending_posts_space` ON `pending_posts` (`space_id`,`reason`);--> statement-breakpoint
CREATE INDEX `pending_posts_until` ON `pending_posts` (`until`);--> statement-breakpoint
CREATE TABLE `acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`post_id` text NOT NULL,
	`number` integer NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by_id` text,
	`ended_by_name` text,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `acceptances_thread` ON `acceptances` (`thread_id`);--> statement-breakpoint
CREATE TABLE `experience_revisions` (
	`post_id` text NOT NULL,
	`revision` integer NOT NULL,
	`fields` text NOT NULL,
	PRIMARY KEY(`post_id`, `revision`),
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `experiences` (
	`post_id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`country` text NOT NULL,
	`measure` text NOT NULL,
	`year` integer NOT NULL,
	`outcome` text NOT NULL,
	`evidence` text NOT NULL,
	`contact` text NOT NULL,
	`contact_kept` integer NOT NULL,
	`account` text NOT NULL,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `experiences_thread` ON `experiences` (`thread_id`,`country`);--> statement-breakpoint
CREATE TABLE `thread_tags` (
	`thread_id` text NOT NULL,
	`tag` text NOT NULL,
	`space_id` text NOT NULL,
	PRIMARY KEY(`thread_id`, `tag`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `thread_tags_tag` ON `thread_tags` (`tag`,`space_id`);--> statement-breakpoint
CREATE TABLE `support_desks` (
	`id` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`country` text,
	`region` text,
	`organisation_id` text NOT NULL,
	`added_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `support_desks_level` ON `support_desks` (`level`);--> statement-breakpoint
CREATE TABLE `support_requests` (
	`thread_id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`kind` text NOT NULL,
	`country` text NOT NULL,
	`level` text NOT NULL,
	`desk_organisation_id` text,
	`due_at` integer,
	`answered_at` integer,
	`answered_number` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `support_requests_due` ON `support_requests` (`due_at`);--> statement-breakpoint
CREATE INDEX `support_requests_desk` ON `support_requests` (`desk_organisation_id`);--> statement-breakpoint
CREATE INDEX `support_requests_level` ON `support_requests` (`level`);--> statement-breakpoint
CREATE TABLE `support_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`number` integer NOT NULL,
	`level` text NOT NULL,
	`organisation_id` text,
	`organisation_slug` text,
	`organisation` text,
	`person_id` text,
	`person_name` text,
	`why` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `support_steps_thread` ON `support_steps` (`thread_id`,`number`);--> statement-breakpoint
CREATE TABLE `links` (
	`from_kind` text NOT NULL,
	`from_id` text NOT NULL,
	`thread_id` text,
	`space_id` text,
	`members_only` integer DEFAULT false NOT NULL,
	`to_kind` text NOT NULL,
	`to_id` text NOT NULL,
	`to_post` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`from_kind`, `from_id`, `to_kind`, `to_id`, `to_post`)
);
--> statement-breakpoint
CREATE INDEX `links_target` ON `links` (`to_kind`,`to_id`);--> statement-breakpoint
CREATE TABLE `act_appeals` (
	`act_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`decided_as` text,
	`outcome` text,
	`answer` text,
	FOREIGN KEY (`act_id`) REFERENCES `moderation_acts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `act_appeals_open` ON `act_appeals` (`decided_at`);--> statement-breakpoint
CREATE TABLE `appeal_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`act_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `flags` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`space_id` text NOT NULL,
	`person_id` text NOT NULL,
	`category` text NOT NULL,
	`words` text,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`act_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flags_person_post` ON `flags` (`post_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `flags_space` ON `flags` (`space_id`,`settled_at`);--> statement-breakpoint
CREATE TABLE `moderation_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`space_id` text,
	`thread_id` text,
	`post_id` text,
	`subject_id` text,
	`category` text,
	`reason` text,
	`until` integer,
	`seconds` integer,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `moderation_acts_space` ON `moderation_acts` (`space_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `moderation_acts_post` ON `moderation_acts` (`post_id`);--> statement-breakpoint
CREATE INDEX `moderation_acts_subject` ON `moderation_acts` (`subject_id`);--> statement-breakpoint
CREATE TABLE `person_suspensions` (
	`person_id` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL,
	`act_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `position_delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`holder` text NOT NULL,
	`view` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`authority` text,
	`to_organisation_id` text NOT NULL,
	`to_organisation` text NOT NULL,
	`to_organisation_slug` text NOT NULL,
	`to_person_id` text,
	`to_person_name` text,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `position_delegations_proposal` ON `position_delegations` (`proposal_id`,`holder`);--> statement-breakpoint
CREATE TABLE `position_values` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`position_id` text,
	`value` text NOT NULL,
	`reservation` text,
	`explanation` text,
	`salt` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`position_id`) REFERENCES `positions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `position_values_position` ON `position_values` (`position_id`);--> statement-breakpoint
CREATE INDEX `position_values_proposal` ON `position_values` (`proposal_id`);--> statement-breakpoint
CREATE TABLE `positions` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`holder` text NOT NULL,
	`view` text NOT NULL,
	`standing` text NOT NULL,
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
	`delegation_id` text,
	`commitment` text NOT NULL,
	`seq` integer NOT NULL,
	`cast_at` integer NOT NULL,
	`superseded_at` integer,
	`superseded_by` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `positions_holder` ON `positions` (`proposal_id`,`holder`,`revision`);--> statement-breakpoint
CREATE INDEX `positions_current` ON `positions` (`proposal_id`,`superseded_at`);--> statement-breakpoint
CREATE TABLE `proposal_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`kind` text NOT NULL,
	`about` text,
	`before` integer NOT NULL,
	`after` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposal_changes_proposal` ON `proposal_changes` (`proposal_id`);--> statement-breakpoint
CREATE TABLE `proposal_eligibles` (
	`proposal_id` text NOT NULL,
	`holder` text NOT NULL,
	`view` text NOT NULL,
	PRIMARY KEY(`proposal_id`, `holder`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `proposal_records` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`hash` text NOT NULL,
	`built_at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`question` text NOT NULL,
	`explanation` text,
	`lang` text NOT NULL,
	`dir` text NOT NULL,
	`method` text NOT NULL,
	`multiple` integer NOT NULL,
	`options` text NOT NULL,
	`decides` text NOT NULL,
	`secrecy` text DEFAULT 'recorded' NOT NULL,
	`visible` text NOT NULL,
	`awaited_shown` integer NOT NULL,
	`quorum` text,
	`timezone` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`closed_at` integer,
	`withdrawn_at` integer,
	`closed_by` text,
	`forum` text,
	`outcome` text,
	`answered` integer DEFAULT 0 NOT NULL,
	`seq` integer DEFAULT 0 NOT NULL,
	`turns` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposals_subject` ON `proposals` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `proposals_space` ON `proposals` (`space_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `proposals_due` ON `proposals` (`closed_at`,`closes_at`);--> statement-breakpoint
CREATE TABLE `search_documents` (
	`n` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`space_id` text,
	`thread_id` text,
	`audience` text NOT NULL,
	`lang` text NOT NULL,
	`country` text,
	`organisation_slug` text,
	`at` integer NOT NULL,
	`indexed_at` integer NOT NULL,
	`address` text NOT NULL,
	`title` text NOT NULL,
	`tags` text NOT NULL,
	`act` text,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_object` ON `search_documents` (`kind`,`object_id`);--> statement-breakpoint
CREATE INDEX `search_documents_thread` ON `search_documents` (`thread_id`);--> statement-breakpoint
CREATE INDEX `search_documents_facts` ON `search_documents` (`n`,`at`,`kind`,`space_id`,`lang`,`country`,`organisation_slug`);--> statement-breakpoint
CREATE INDEX `search_documents_at` ON `search_documents` (`at`,`n`);--> statement-breakpoint
CREATE TABLE `space_suspensions` (
	`space_id` text NOT NULL,
	`person_id` text NOT NULL,
	`until` integer NOT NULL,
	`act_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`space_id`, `person_id`),
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `space_suspensions_person` ON `space_suspensions` (`person_id`);--> statement-breakpoint
CREATE TABLE `space_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`email` text,
	`organisation_id` text,
	`country` text,
	`role` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	`accepted_for` text,
	`declined_at` integer,
	`declined_by` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `space_invitations_space` ON `space_invitations` (`space_id`);--> statement-breakpoint
CREATE INDEX `space_invitations_person` ON `space_invitations` (`person_id`);--> statement-breakpoint
CREATE INDEX `space_invitations_email` ON `space_invitations` (`email`);--> statement-breakpoint
CREATE INDEX `space_invitations_organisation` ON `space_invitations` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `space_invitations_country` ON `space_invitations` (`country`);--> statement-breakpoint
CREATE TABLE `space_removals` (
	`space_id` text NOT NULL,
	`person_id` text NOT NULL,
	`removed_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`space_id`, `person_id`),
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `space_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`person_id` text NOT NULL,
	`message` text NOT NULL,
	`rules_accepted` integer,
	`created_at` integer NOT NULL,
	`outcome` text,
	`reason` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `space_requests_space` ON `space_requests` (`space_id`);--> statement-breakpoint
CREATE INDEX `space_requests_person` ON `space_requests` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `space_requests_waiting` ON `space_requests` (`space_id`,`person_id`) WHERE outcome is null;--> statement-breakpoint
CREATE TABLE `space_texts` (
	`space_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`texts` text NOT NULL,
	`written_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`space_id`, `kind`, `number`),
	FOREIGN KEY (`space_id`) REFERENCES `spaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `post_withdrawals` ADD `category` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `lang_said` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `cleared` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `moved_from_thread` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `moved_from_number` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `lang_said` text;--> statement-breakpoint
ALTER TABLE `threads` ADD `purpose` text DEFAULT 'discussion' NOT NULL;--> statement-breakpoint
ALTER TABLE `threads` ADD `tags` text;--> statement-breakpoint
ALTER TABLE `threads` ADD `answered_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `pinned_until` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `replies_off_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `unattributed_since` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `attribution_lifted_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `moved_away_at` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `space_members` ADD `through` text;--> statement-breakpoint
ALTER TABLE `space_members` ADD `rules_accepted` integer;--> statement-breakpoint
ALTER TABLE `spaces` ADD `circle_function` text;--> statement-breakpoint
ALTER TABLE `spaces` ADD `joining` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `spaces` ADD `observers_speak` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `spaces` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `spaces` ADD `archived_by` text;