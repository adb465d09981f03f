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
	`detail` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_object` ON `audit_entries` (`object_kind`,`object_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_thread` ON `audit_entries` (`thread_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_space` ON `audit_entries` (`space_id`);--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
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
CREATE TABLE `links` (
	`from_kind` text NOT NULL,
	`from_id` text NOT NULL,
	`thread_id` text,
	`space_id` text,
	`to_kind` text NOT NULL,
	`to_id` text NOT NULL,
	`to_post` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`from_kind`, `from_id`, `to_kind`, `to_id`, `to_post`)
);
--> statement-breakpoint
CREATE INDEX `links_target` ON `links` (`to_kind`,`to_id`);--> statement-breakpoint
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
ALTER TABLE `space_members` ADD `through` text;--> statement-breakpoint
ALTER TABLE `space_members` ADD `rules_accepted` integer;--> statement-breakpoint
ALTER TABLE `spaces` ADD `circle_function` text;--> statement-breakpoint
ALTER TABLE `spaces` ADD `joining` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `spaces` ADD `observers_speak` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `spaces` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `spaces` ADD `archived_by` text;