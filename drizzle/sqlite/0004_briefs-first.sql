CREATE TABLE `brief_clients` (
	`brief_id` text NOT NULL,
	`client_id` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`first_seen` integer NOT NULL,
	PRIMARY KEY(`brief_id`, `client_id`),
	FOREIGN KEY (`brief_id`) REFERENCES `briefs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `brief_publications` (
	`brief_id` text NOT NULL,
	`number` integer NOT NULL,
	`act_title` text,
	`text` text NOT NULL,
	`organisations` text NOT NULL,
	`persons` text NOT NULL,
	`sha256` text NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`brief_id`, `number`),
	FOREIGN KEY (`brief_id`) REFERENCES `briefs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `brief_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`brief_id`) REFERENCES `briefs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `brief_roles_brief` ON `brief_roles` (`brief_id`);--> statement-breakpoint
CREATE TABLE `brief_states` (
	`brief_id` text NOT NULL,
	`through_seq` integer NOT NULL,
	`state` blob NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`brief_id`, `through_seq`),
	FOREIGN KEY (`brief_id`) REFERENCES `briefs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `brief_updates` (
	`brief_id` text NOT NULL,
	`seq` integer NOT NULL,
	`update` blob NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`brief_id`, `seq`),
	FOREIGN KEY (`brief_id`) REFERENCES `briefs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `brief_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`name` text NOT NULL,
	`state` blob NOT NULL,
	`text` text NOT NULL,
	`words` integer NOT NULL,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`brief_id`) REFERENCES `briefs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `brief_versions_brief` ON `brief_versions` (`brief_id`);--> statement-breakpoint
CREATE TABLE `briefs` (
	`id` text PRIMARY KEY NOT NULL,
	`space_id` text NOT NULL,
	`type` text NOT NULL,
	`act_title` text,
	`lang` text NOT NULL,
	`target_body` text,
	`agenda_item` text,
	`deadline` integer,
	`generation` text NOT NULL,
	`illustrative` integer NOT NULL,
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
CREATE INDEX `briefs_space` ON `briefs` (`space_id`);