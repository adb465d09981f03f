ALTER TABLE `brief_publications` ADD `title` text NOT NULL;--> statement-breakpoint
ALTER TABLE `briefs` ADD `title` text NOT NULL;