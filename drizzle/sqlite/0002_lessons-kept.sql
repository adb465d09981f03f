CREATE TABLE `lesson_facets` (
	`lesson_id` text NOT NULL,
	`facet` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`lesson_id`, `facet`, `value`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lesson_facets_value` ON `lesson_facets` (`facet`,`value`,`lesson_id`);--> statement-breakpoint
CREATE TABLE `lesson_revisions` (
	`lesson_id` text NOT NULL,
	`seq` integer NOT NULL,
	`fields` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`lesson_id`, `seq`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lessons` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`visibility` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`lang` text NOT NULL,
	`polarity` text NOT NULL,
	`evidence` text NOT NULL,
	`context` text NOT NULL,
	`what_was_done` text NOT NULL,
	`what_happened` text NOT NULL,
	`lesson` text NOT NULL,
	`recommendation` text NOT NULL,
	`conditions` text NOT NULL,
	`cost` text,
	`level` text,
	`from_year` integer,
	`to_year` integer,
	`axis` text,
	`origin_kind` text,
	`origin_id` text,
	`origin_anchor` text,
	`origin_title` text,
	`act_person_id` text NOT NULL,
	`act_person_name` text NOT NULL,
	`act_capacity` text NOT NULL,
	`act_organisation_id` text,
	`act_organisation` text,
	`act_organisation_slug` text,
	`act_country` text,
	`act_title` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lessons_created` ON `lessons` (`created_at`);--> statement-breakpoint
CREATE INDEX `lessons_origin` ON `lessons` (`origin_kind`,`origin_id`);--> statement-breakpoint
CREATE INDEX `lessons_person` ON `lessons` (`act_person_id`);